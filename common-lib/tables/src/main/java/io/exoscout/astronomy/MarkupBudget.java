package io.exoscout.astronomy;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

import io.exoscout.body.ForeignFormat;

/**
 * Bounds what a parser of XML has to hold at once: tags, comments and declarations, which
 * it gives out whole.
 */
final class MarkupBudget extends FilterReader {

	private final int most;

	private boolean inside;

	private int spent;

	MarkupBudget(Reader reader, int most) {
		super(reader);
		this.most = most;
	}

	@Override
	public int read() throws IOException {
		char[] one = new char[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0];
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		int count = super.read(target, offset, length);
		for (int i = offset; i < offset + count; i++) {
			char c = target[i];
			if (c == '<' || c == '>') {
				this.inside = c == '<';
				this.spent = 0;
			}
			else if (this.inside && ++this.spent > this.most) {
				throw ForeignFormat.VOTABLE
					.unreadable("a tag or a comment of it is longer than " + this.most + " characters");
			}
		}
		return count;
	}

}
