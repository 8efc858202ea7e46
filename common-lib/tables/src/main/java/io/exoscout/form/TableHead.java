package io.exoscout.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.body.ArrivingBody;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRecords;

/**
 * The beginning of a spooled body: enough to tell its form.
 *
 * @param text the first 64 KiB, more where the first line is longer
 * @param whole whether this is all there is
 */
record TableHead(String text, boolean whole) {

	private static final int SIZE = ArrivingBody.BEGINNING;

	static TableHead of(Path file, TableLimits limits) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] bytes = in.readNBytes(SIZE);
			boolean whole = bytes.length < SIZE;
			if (!whole && new String(bytes, StandardCharsets.UTF_8).indexOf('\n') < 0) {
				byte[] more = in.readNBytes(limits.maxRecordCharacters());
				whole = more.length < limits.maxRecordCharacters();
				byte[] all = new byte[bytes.length + more.length];
				System.arraycopy(bytes, 0, all, 0, bytes.length);
				System.arraycopy(more, 0, all, bytes.length, more.length);
				bytes = all;
			}
			return new TableHead(new String(bytes, StandardCharsets.UTF_8), whole);
		}
	}

	/** The end of the line that begins at a place, without its line end. */
	int lineEnd(int start) {
		int end = this.text.indexOf('\n', start);
		return (end < 0) ? this.text.length() : end;
	}

	/** The start of the next line that is neither blank nor a comment. */
	int nextLine(int start) {
		int at = Math.min(lineEnd(start) + 1, this.text.length());
		while (at < this.text.length()
				&& (this.text.charAt(at) == '#' || this.text.substring(at, lineEnd(at)).isBlank())) {
			at = Math.min(lineEnd(at) + 1, this.text.length());
		}
		return at;
	}

	/** How many lines end before a place. */
	int linesBefore(int place) {
		return (int) this.text.chars().limit(place).filter((c) -> c == '\n').count();
	}

	long bytesBefore(int place) {
		return this.text.substring(0, place).getBytes(StandardCharsets.UTF_8).length;
	}

	/**
	 * Whole records from a place on, as far as they can be read; without the last one
	 * where the beginning breaks off.
	 */
	List<List<String>> records(int start, char separator, int most) {
		List<List<String>> records = new ArrayList<>();
		if (!CsvRecords.first(this.text.substring(start), separator, most + 1, records)) {
			return List.copyOf(records); // whoever reads on will say on which line
		}
		boolean all = this.whole || records.size() > most;
		return records.subList(0, Math.max(0, Math.min(most, all ? records.size() : records.size() - 1)));
	}

}
