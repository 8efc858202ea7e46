package io.exoscout.astronomy;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;

import io.exoscout.body.ForeignFormat;
import io.exoscout.body.TableLimits;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a STREAM inside the document, BINARY or BINARY2. A stream has to end with a
 * row, and no cell may claim to be longer than cells may be.
 */
final class VotableStream {

	private final InputStream bytes;

	private final DataInputStream data;

	private final TableLimits limits;

	private final boolean binary2;

	VotableStream(XmlText xml, TableLimits limits, boolean binary2) {
		this.bytes = new BufferedInputStream(Base64.getDecoder().wrap(new Characters(xml)));
		this.data = new DataInputStream(this.bytes);
		this.limits = limits;
		this.binary2 = binary2;
	}

	/** The cells of the next row, or {@code null} at the end of the stream. */
	@Nullable List<@Nullable String> next(List<VotableField> fields) {
		try {
			this.bytes.mark(1);
			if (this.bytes.read() < 0) {
				return null;
			}
			this.bytes.reset();
			byte[] blanks = new byte[this.binary2 ? (fields.size() + 7) / 8 : 0];
			this.data.readFully(blanks);
			List<@Nullable String> cells = new ArrayList<>(fields.size());
			for (int i = 0; i < fields.size(); i++) {
				String cell = fields.get(i).read(this.data, this.limits.maxCellCharacters());
				boolean blank = this.binary2 && (blanks[i / 8] & (0x80 >> (i % 8))) != 0;
				cells.add(blank ? "" : cell);
			}
			return cells;
		}
		catch (EOFException ex) {
			throw ForeignFormat.VOTABLE.unreadable("its STREAM ends inside a row; it may have been cut short")
				.causedBy(ex);
		}
		catch (IOException ex) {
			throw ForeignFormat.VOTABLE.unreadable("its STREAM is no base64 to its end").causedBy(ex);
		}
	}

	/** The text of an element, without blanks and line ends. */
	private static final class Characters extends InputStream {

		private final XmlText xml;

		private byte[] piece = new byte[0];

		private int at;

		private boolean ended;

		Characters(XmlText xml) {
			this.xml = xml;
		}

		@Override
		public int read() {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			int count = 0;
			while (count < length) {
				if (this.at == this.piece.length) {
					if (!more()) {
						break;
					}
				}
				else if (this.piece[this.at] > ' ') {
					target[offset + count++] = this.piece[this.at++];
				}
				else {
					this.at++;
				}
			}
			return (count == 0 && length > 0) ? -1 : count;
		}

		private boolean more() {
			if (this.ended) {
				return false;
			}
			int event = this.xml.next();
			if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
				throw ForeignFormat.VOTABLE.unreadable("its STREAM holds more than text");
			}
			this.ended = event == XMLStreamConstants.END_ELEMENT;
			this.piece = this.ended ? new byte[0] : this.xml.text().getBytes(StandardCharsets.UTF_8);
			this.at = 0;
			return !this.ended;
		}

	}

}
