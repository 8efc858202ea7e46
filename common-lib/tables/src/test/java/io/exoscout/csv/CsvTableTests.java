package io.exoscout.csv;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.exoscout.body.TableLimits;
import io.exoscout.dataset.MadeTables;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class CsvTableTests {

	@Test
	void trimsHeaderAndCells() {
		CsvTable table = open(" a , \"b\" \n 1 ,\t2\n");
		assertThat(table.columns()).containsExactly("a", "b");
		assertThat(rows(table)).containsExactly(row(1, 2, "1", "2"));
	}

	@Test
	void findsColumnsByName() {
		CsvTable table = open("a,b\n");
		assertThat(table.column("b")).isEqualTo(1);
		assertThat(table.column("c")).isEqualTo(-1);
	}

	@Test
	void readsQuotedCellsWithCommasQuotesAndLines() {
		assertThat(rows(open("a,b\n\"1,\"\"x\"\"\",\"two\nlines\"\n3,4\n")))
			.containsExactly(row(1, 2, "1,\"x\"", "two\nlines"), row(2, 4, "3", "4"));
	}

	@Test
	void keepsAStrayQuoteInsideAnUnquotedCell() {
		assertThat(rows(open("a,b\n5\" disc,2\n"))).containsExactly(row(1, 2, "5\" disc", "2"));
	}

	@Test
	void keepsNumberSignsInData() {
		assertThat(rows(open("a,b\nMo&#x10D;nik,#2\n#3,4\n"))).extracting((row) -> List.copyOf(row.cells()))
			.containsExactly(List.of("Mo&#x10D;nik", "#2"), List.of("#3", "4"));
	}

	@Test
	void countsLinesAsInTheFileAndRowsWithoutBlankLines() {
		assertThat(rows(open("# 1\n# 2\na,b\n1,2\n\n , \n3,4"))).containsExactly(row(1, 4, "1", "2"),
				row(2, 7, "3", "4"));
	}

	@Test
	void refusesRaggedRowsNamingLineAndCounts() {
		assertProblem(ProblemKind.INVALID, "ragged_row", () -> rows(open("#\na,b,c\n1,2,3\n1,2\n")))
			.isEqualTo("Line 4 has 2 cells; the header has 3.");
		assertProblem(ProblemKind.INVALID, "ragged_row", () -> rows(open("a,b\n1,2,3\n"))).contains("Line 2", "3", "2");
	}

	@Test
	void refusesDuplicateColumns() {
		assertProblem(ProblemKind.INVALID, "duplicate_column", () -> open("a,b,a\n"))
			.isEqualTo("The header has column \"a\" twice, as column 1 and 3; every name may occur once.");
	}

	@Test
	void refusesBlankColumns() {
		assertProblem(ProblemKind.INVALID, "blank_column", () -> open("a,,c\n")).contains("Column 2");
	}

	@Test
	void refusesOverlongColumnNames() {
		assertProblem(ProblemKind.INVALID, "column_name_too_long", () -> open("a," + "b".repeat(201) + "\n"))
			.contains("201", "200");
	}

	@Test
	void refusesEmptyFiles() {
		assertProblem(ProblemKind.INVALID, "empty_file", () -> open(""));
		assertProblem(ProblemKind.INVALID, "empty_file", () -> open("# nothing but a comment\n"));
		assertProblem(ProblemKind.INVALID, "empty_file", () -> open("\n\n\r\n"));
	}

	@Test
	void headerWithoutRowsHasNoRows() {
		assertThat(open("a,b\n").next()).isNull();
	}

	@Test
	void refusesTextAfterAQuotedCellNamingTheLine() {
		assertProblem(ProblemKind.INVALID, "broken_quoting", () -> rows(open("#\na,b\n1,2\n\"1\"x,2\n")))
			.contains("line 4");
	}

	@Test
	void refusesQuotesThatNeverClose() {
		assertProblem(ProblemKind.INVALID, "broken_quoting", () -> rows(open("a,b\n1,\"2\n3,4\n")));
	}

	@Test
	void refusesTooManyColumns() {
		String header = "c,".repeat(9_999) + "c\n";
		assertProblem(ProblemKind.TOO_LARGE, "too_many_columns", () -> open(header)).contains("10000", "2000");
	}

	@Test
	void refusesLongCells() {
		assertProblem(ProblemKind.TOO_LARGE, "cell_too_large", () -> rows(open("a,b\n1," + "x".repeat(70_000) + "\n")))
			.contains("column 2", "line 2", "70000", "65536");
	}

	@Test
	void refusesLongRows() {
		String row = "x".repeat(50_000);
		assertProblem(ProblemKind.TOO_LARGE, "row_too_large",
				() -> rows(open("a\n1\n" + (row + ",").repeat(30) + "\n")))
			.contains("line 3");
	}

	@Test
	void refusesA200MegabyteCellInLittleMemory() {
		long before = usedMemory();
		InputStream quoted = MadeTables.repeated("a,b\n1,\"", 'x', 200L << 20, "\"\n");
		assertProblem(ProblemKind.TOO_LARGE, "row_too_large", () -> rows(CsvTable.open(quoted, TableLimits.DEFAULTS)))
			.contains("line 2");
		InputStream header = MadeTables.repeated("a", 'x', 200L << 20, "\n");
		assertProblem(ProblemKind.TOO_LARGE, "row_too_large", () -> CsvTable.open(header, TableLimits.DEFAULTS))
			.contains("line 1");
		assertThat(usedMemory() - before).isLessThan(50L << 20);
	}

	@Test
	void closesATableWhoseHeaderIsRefused() {
		AtomicBoolean closed = new AtomicBoolean();
		InputStream raw = new FilterInputStream(MadeTables.stream("a,a\n1,2\n")) {
			@Override
			public void close() {
				closed.set(true);
			}
		};
		assertProblem(ProblemKind.INVALID, "duplicate_column", () -> CsvTable.open(raw, TableLimits.DEFAULTS));
		assertThat(closed).isTrue();
	}

	@Test
	void limitsCanBeSetLower() {
		TableLimits limits = new TableLimits(DataSize.ofBytes(10), 2, 3, 10, 1, 1);
		assertProblem(ProblemKind.TOO_LARGE, "table_too_large",
				() -> rows(CsvTable.open(MadeTables.stream("a,b\n1,2\n3,4\n"), limits)));
		assertProblem(ProblemKind.TOO_LARGE, "too_many_columns",
				() -> CsvTable.open(MadeTables.stream("a,b,c\n"), limits));
		assertProblem(ProblemKind.TOO_LARGE, "cell_too_large",
				() -> CsvTable.open(MadeTables.stream("abcd\n"), limits));
	}

	private static long usedMemory() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static CsvTable open(String text) {
		return CsvTable.open(MadeTables.stream(text), TableLimits.DEFAULTS);
	}

	private static CsvRow row(long row, long line, String... cells) {
		return new CsvRow(row, line, CsvCells.of(List.of(cells)));
	}

	private static List<CsvRow> rows(CsvTable table) {
		List<CsvRow> rows = new ArrayList<>();
		for (CsvRow row = table.next(); row != null; row = table.next()) {
			rows.add(row);
		}
		return rows;
	}

}
