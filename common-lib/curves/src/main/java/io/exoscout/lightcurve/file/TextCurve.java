package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.exoscout.body.CanonicalBody;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRecords;
import io.exoscout.csv.Numbers;
import io.exoscout.csv.RaggedRow;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.lightcurve.TimeScale;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * The light curve of a text: one point in each line, separated by commas, semicolons,
 * tabs or blanks, with names of columns or without; or a matrix, one star in each line,
 * as the data set of Kaggle ("Exoplanet Hunting in Deep Space") has it.
 */
final class TextCurve {

	private static final TableLimits LIMITS = new TableLimits(DataSize.ofGigabytes(1), 100_000, 1 << 16, 1 << 24, 1, 1);

	private final String file;

	private final TextLayout layout;

	private final CurveOptions options;

	private final ReadingBudget budget;

	private double perDay = 1;

	private TextCurve(String file, TextLayout layout, CurveOptions options, ReadingBudget budget) {
		this.file = file;
		this.layout = layout;
		this.options = options;
		this.budget = budget;
	}

	/**
	 * Reads a text.
	 * @param raw its bytes as they were sent, packed or not
	 * @param layout what its first lines look like
	 */
	static RawCurve read(String file, InputStream raw, TextLayout layout, CurveOptions options, ReadingBudget budget)
			throws IOException {
		TextCurve curve = new TextCurve(file, layout, options, budget);
		try (InputStream sent = raw;
				CsvRecords records = new CsvRecords(CanonicalBody.of(sent, LIMITS, budget.unpacking()), 1, LIMITS,
						layout.separator())) {
			if (layout.header()) {
				records.next();
			}
			return layout.matrix() ? curve.row(records) : curve.points(records);
		}
	}

	private RawCurve points(CsvRecords records) {
		List<String[]> first = new ArrayList<>();
		CurveColumns columns = this.layout.named()
				? CurveColumns.of(this.layout.names(), this.options.flux(), this.options.cadenceMinutes() != null)
				: nameless(records, first);
		List<String> names = this.layout.named() ? this.layout.names() : numbered(first);
		this.perDay = (columns.time() < 0) ? 1 : TimeScale.perDay(names.get(columns.time()), "");
		RawCurve curve = new RawCurve(new FileNotes(this.file, "text", "", null, FileNotes.used(names, columns),
				FileNotes.ignored(names, columns), "", null), this.budget);
		first.forEach((cells) -> add(curve, columns, cells));
		for (String[] cells = next(records); cells != null; cells = next(records)) {
			if (cells.length != names.size()) {
				throw new RaggedRow(records.line(), cells.length, names.size());
			}
			add(curve, columns, cells);
		}
		curve.countFrom((columns.time() < 0) ? TimeOrigin.UNKNOWN
				: TimeOrigin.of(names.get(columns.time()), String.join(" ", this.layout.comments()), curve.anyTime()));
		return curve;
	}

	/** Of columns without names, one rises: that is the time. */
	private CurveColumns nameless(CsvRecords records, List<String[]> first) {
		NamelessColumns columns = new NamelessColumns();
		while (first.size() < NamelessColumns.ENOUGH) {
			String[] cells = next(records);
			if (cells == null) {
				break;
			}
			first.add(cells);
			if (cells.length != first.get(0).length) {
				throw new RaggedRow(records.line(), cells.length, first.get(0).length);
			}
			columns.look(cells);
		}
		return columns.chosen(this.options.cadenceMinutes() != null);
	}

	private static List<String> numbered(List<String[]> first) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < (first.isEmpty() ? 0 : first.get(0).length); i++) {
			names.add("column " + (i + 1));
		}
		return names;
	}

	private void add(RawCurve curve, CurveColumns columns, String[] cells) {
		double time = (columns.time() >= 0) ? number(cells, columns.time()) / this.perDay : curve.size() * cadence();
		curve.add(time, number(cells, columns.flux()), number(cells, columns.error()), number(cells, columns.quality()),
				number(cells, columns.centroidColumn()), number(cells, columns.centroidRow()));
	}

	private static double number(String[] cells, int position) {
		if (position < 0) {
			return Double.NaN;
		}
		return switch (cells[position].toLowerCase(Locale.ROOT)) {
			case "true" -> 1;
			case "false" -> 0;
			default -> Numbers.precise(cells[position]);
		};
	}

	private RawCurve row(CsvRecords records) {
		requireCadence();
		String[] wanted = null;
		int number = (this.options.row() != null) ? this.options.row() : 1;
		int rows = 0;
		for (String[] cells = next(records); cells != null && rows <= number; cells = next(records)) {
			wanted = (++rows == number) ? cells : wanted;
		}
		if (wanted == null || (this.options.row() == null && rows > 1)) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					(wanted == null) ? "The matrix has " + rows + " rows, so that there is no `row` " + number + "."
							: "The matrix has the fluxes of a star in each row. Send the number of the one that is "
									+ "meant as `row`, from 1.",
					InputError.field("row", "which of the rows?"));
		}
		return matrixCurve(wanted, number, records.line());
	}

	private RawCurve matrixCurve(String[] cells, int number, long line) {
		List<String> names = this.layout.names();
		if (cells.length != names.size()) {
			throw new RaggedRow(line, cells.length, names.size());
		}
		List<Integer> positions = this.layout.fluxPositions();
		List<String> others = new ArrayList<>(names);
		positions.forEach((position) -> others.remove(names.get(position)));
		String range = names.get(positions.get(0)) + " to " + names.get(positions.get(positions.size() - 1));
		RawCurve curve = new RawCurve(
				new FileNotes(this.file, "flux_matrix", "", "row " + number, Map.of("flux", range), others, "", null),
				this.budget);
		for (int position : positions) {
			curve.add(curve.size() * cadence(), number(cells, position), Double.NaN, Double.NaN, Double.NaN,
					Double.NaN);
		}
		requireLevel(curve);
		return curve;
	}

	/**
	 * Fluxes less their median, as Kaggle's data set has them, were counts of nobody
	 * knows how bright a star: how deep its transits are can not be told.
	 */
	private void requireLevel(RawCurve curve) {
		double[] fluxes = IntStream.range(0, curve.size()).mapToDouble(curve::flux).filter(Double::isFinite).toArray();
		if (this.options.unit() != null || fluxes.length == 0) {
			return;
		}
		FluxSpread spread = FluxSpread.of(fluxes);
		if (Math.abs(spread.median()) <= 3 * spread.deviation()) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"The fluxes of the matrix lie around 0, so that nothing tells how bright the star is. Send `unit`, one of "
							+ FluxUnit.ids()
							+ "; if nobody knows it, `ppm` will do, and depths are in units of the file.",
					InputError.field("unit", "is needed for a matrix of fluxes around 0"));
		}
	}

	private void requireCadence() {
		if (this.options.cadenceMinutes() == null) {
			throw new ProblemException(ErrorCode.NO_TIME_COLUMN,
					"A matrix of fluxes has no times. Send `cadence_minutes`, how far the points are apart; of Kepler's "
							+ "long cadence that is 29.4244.",
					InputError.field("cadence_minutes", "is needed for a matrix of fluxes"));
		}
	}

	/** In days. */
	private double cadence() {
		Double minutes = this.options.cadenceMinutes();
		return (minutes != null) ? minutes / (24 * 60) : 1;
	}

	/** The next row that is no comment. */
	private String @Nullable [] next(CsvRecords records) {
		String[] cells = records.next();
		while (cells != null && (cells[0].startsWith("#") || (cells.length == 1 && cells[0].isEmpty()))) {
			cells = records.next();
		}
		return (cells != null && this.layout.separator() == ' ') ? withoutBlanks(cells) : cells;
	}

	private static String[] withoutBlanks(String[] cells) {
		List<String> filled = new ArrayList<>();
		for (String cell : cells) {
			if (!cell.isEmpty()) {
				filled.add(cell);
			}
		}
		return filled.toArray(String[]::new);
	}

}
