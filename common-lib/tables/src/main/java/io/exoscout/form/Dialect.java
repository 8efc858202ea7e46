package io.exoscout.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.exoscout.csv.CsvRecords;
import io.exoscout.csv.NumberForm;
import io.exoscout.header.KnownNames;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * How a separated text is written, told by its first lines: the header is the line, and
 * the separator the character, that give the most names which are known. A comma is never
 * given up for another character that splits no better.
 *
 * @param separator between the cells
 * @param wrapped whether each line stands in quotes as a whole, as where a spreadsheet
 * took it for one cell
 * @param linesBefore lines before the header
 * @param bytesBefore bytes of these lines
 * @param header its names, where the beginning of the file has all of them
 * @param plain whether nothing seen so far sets it apart from the archive's tables
 * @param notes what the reader should know of it
 */
record Dialect(char separator, boolean wrapped, int linesBefore, long bytesBefore, List<String> header, boolean plain,
		List<String> notes) {

	private static final String SEPARATORS = ",;\t|";

	/** Lines of prose that are looked behind. */
	private static final int PROSE = 3;

	private static final int LOOKED_AT = 100;

	private static final Pattern DECLARED = Pattern.compile("\"?sep=(.)\"?[,;\\s]*", Pattern.CASE_INSENSITIVE);

	/** Looks at the beginning of a table. */
	static Dialect of(TableHead head) {
		int start = head.text().isEmpty() || head.text().charAt(0) != '\n' ? 0 : head.nextLine(0);
		Matcher declared = DECLARED.matcher(head.text().substring(start, head.lineEnd(start)));
		Character separator = declared.matches() ? declared.group(1).charAt(0) : null;
		int first = (separator != null) ? head.nextLine(start) : start;
		SplitHead found = split(head, first, separator);
		return found.dialect(head, first, separator != null);
	}

	private static SplitHead split(TableHead head, int first, @Nullable Character declared) {
		SplitHead plain = SplitHead.of(head, first, ',');
		int end = head.lineEnd(first);
		String line = head.text().substring(first, end);
		if (plain.known() > 1 && declared == null && line.chars().noneMatch((c) -> ";\t|".indexOf(c) >= 0)) {
			return plain;
		}
		List<SplitHead> splits = new ArrayList<>();
		int at = first;
		for (int i = 0; i <= PROSE && at < head.text().length(); i++, at = head.nextLine(at)) {
			int start = at;
			separators(declared).map((separator) -> SplitHead.of(head, start, separator)).forEach(splits::add);
		}
		Optional<SplitHead> known = splits.stream()
			.filter((split) -> split.known() > 1)
			.max(Comparator.comparingLong(SplitHead::known)
				.thenComparing(SplitHead::start, Comparator.reverseOrder())
				.thenComparing((split) -> split.names().size()));
		return known.orElseGet(() -> splits.stream()
			.filter((split) -> split.start() == first)
			.reduce(plain, (best, other) -> (other.names().size() > best.names().size()) ? other : best));
	}

	private static Stream<Character> separators(@Nullable Character declared) {
		Stream<Character> usual = SEPARATORS.chars().mapToObj((c) -> (char) c);
		return (declared == null || SEPARATORS.indexOf(declared) >= 0 || declared == '"') ? usual
				: Stream.concat(Stream.of(declared), usual);
	}

	/** The name of a separator in a sentence. */
	String separatorName() {
		return switch (this.separator) {
			case ',' -> "commas";
			case ';' -> "semicolons";
			case '\t' -> "tabs";
			case '|' -> "vertical bars";
			default -> Quoted.of(String.valueOf(this.separator));
		};
	}

	/**
	 * A first line, split.
	 *
	 * @param start where it begins
	 * @param separator what it was split by
	 * @param names what it was split into
	 * @param known how many of these are names of columns
	 */
	private record SplitHead(int start, char separator, boolean wrapped, List<String> names, long known) {

		static SplitHead of(TableHead head, int start, char separator) {
			List<List<String>> records = head.records(start, separator, 1);
			List<String> names = records.isEmpty() ? List.of() : records.get(0);
			List<String> inside = (names.size() == 1) ? CsvRecords.unwrapped(names.get(0), separator) : List.of();
			if (inside.size() > 1 && KnownNames.count(inside) > 1 && head.text().charAt(start) == '"') {
				return new SplitHead(start, separator, true, inside, KnownNames.count(inside));
			}
			return new SplitHead(start, separator, false, names, (names.size() < 2) ? 0 : KnownNames.count(names));
		}

		Dialect dialect(TableHead head, int first, boolean declared) {
			List<String> notes = new ArrayList<>();
			if (declared) {
				notes.add("The first line only names the separator and was passed over.");
			}
			for (int at = first; at < this.start; at = head.nextLine(at)) {
				notes.add("A line before the header was passed over: "
						+ Quoted.of(head.text().substring(at, head.lineEnd(at))) + ".");
			}
			boolean plain = this.separator == ',' && notes.isEmpty() && isPlain(head);
			Dialect dialect = new Dialect(this.separator, this.wrapped, head.linesBefore(this.start),
					head.bytesBefore(this.start), this.names, plain, notes);
			if (this.wrapped) {
				notes.add("Each line stands in quotes as a whole; they were taken off.");
			}
			if (this.separator != ',') {
				notes.add("The cells are separated by " + dialect.separatorName() + ".");
			}
			return dialect;
		}

		private boolean isPlain(TableHead head) {
			if (this.names.isEmpty()) {
				return true; // the header is not to be seen as a whole, and too long
			}
			String line = head.text().substring(this.start, head.lineEnd(this.start));
			List<List<String>> records = head.records(this.start, this.separator, LOOKED_AT);
			return PlainWriter.header(this.names).equals(line) && this.names.stream().noneMatch(NamelessColumn::isOne)
					&& records.stream().allMatch(this::isPlain);
		}

		private boolean isPlain(List<String> record) {
			boolean fits = record.size() == this.names.size() || (record.size() == 1 && record.get(0).isEmpty());
			return fits && record.stream().noneMatch((cell) -> NumberForm.of(cell) == NumberForm.POINT_GROUPS);
		}

	}

}
