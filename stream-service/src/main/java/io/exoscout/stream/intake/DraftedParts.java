package io.exoscout.stream.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.Digests;
import io.exoscout.stream.log.BatchDraft;
import io.exoscout.stream.log.EntryKind;
import io.exoscout.stream.log.RejectedLine;
import io.exoscout.stream.log.RowBytes;
import io.exoscout.stream.sent.SentEntry;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a request, cut into batches of bounded size. The same request is cut in
 * the same way, so that each part of it is known by the key of the request and its
 * number.
 */
final class DraftedParts {

	/** Entries of a batch. */
	static final int ROWS = 5000;

	/** Characters of a batch, which therefore fits into a document. */
	private static final int CHARACTERS = 1 << 20;

	private static final int LONGEST_KEY = 200;

	private final EntryKind kind;

	private final @Nullable String key;

	private final Function<SentEntry, @Nullable String> check;

	private final MessageDigest digest = Digests.sha256();

	private final List<BatchDraft> parts = new ArrayList<>();

	private List<@Nullable String[]> rows = new ArrayList<>();

	private List<Long> lines = new ArrayList<>();

	private List<RejectedLine> refusals = new ArrayList<>();

	private int characters;

	private int rejected;

	/**
	 * Parts of a request.
	 * @param key what the sender calls it
	 * @param check why an entry can not be taken, if so
	 */
	DraftedParts(EntryKind kind, @Nullable String key, Function<SentEntry, @Nullable String> check) {
		this.kind = kind;
		this.key = checked(key);
		this.check = check;
	}

	private static @Nullable String checked(@Nullable String key) {
		if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
			throw ProblemException.invalidParameter("Idempotency-Key",
					"Header Idempotency-Key has %d characters; accepted are 1 to %d".formatted(key.strip().length(),
							LONGEST_KEY));
		}
		return key;
	}

	void add(SentEntry entry) {
		if (this.key != null) {
			digest(entry);
		}
		String refusal = (entry.refusal() != null) ? entry.refusal() : this.check.apply(entry);
		if (refusal != null) {
			this.rejected++;
			this.refusals.add(new RejectedLine(entry.line(), refusal));
		}
		else {
			this.rows.add(entry.cells());
			this.lines.add(entry.line());
			for (String cell : entry.cells()) {
				this.characters += (cell != null) ? cell.length() : 0;
			}
		}
		if (this.rows.size() + this.rejected >= ROWS || this.characters >= CHARACTERS) {
			cut();
		}
	}

	/**
	 * Of all that was sent, whatever becomes of it: another day that may be another
	 * thing.
	 */
	private void digest(SentEntry entry) {
		this.digest.update(ByteBuffer.allocate(Long.BYTES).putLong(entry.line()).array());
		this.digest.update(RowBytes.packRow(entry.cells()));
	}

	private void cut() {
		if (this.rows.isEmpty() && this.rejected == 0) {
			return;
		}
		this.parts.add(new BatchDraft(this.kind, RowBytes.pack(this.rows),
				this.lines.stream().mapToLong(Long::longValue).toArray(), this.rejected, this.refusals,
				(this.key != null) ? this.key + "/" + this.parts.size() : null, null));
		this.rows = new ArrayList<>();
		this.lines = new ArrayList<>();
		this.refusals = new ArrayList<>();
		this.characters = 0;
		this.rejected = 0;
	}

	/**
	 * All parts.
	 * @throws ProblemException {@code missing_rows} where there is nothing
	 */
	List<BatchDraft> all() {
		cut();
		if (this.parts.isEmpty()) {
			throw new ProblemException(ErrorCode.MISSING_ROWS, "The body holds no entries; send at least one.");
		}
		if (this.key == null) {
			return this.parts;
		}
		String all = HexFormat.of().formatHex(this.digest.digest());
		return this.parts.stream().map((part) -> part.of(all)).toList();
	}

}
