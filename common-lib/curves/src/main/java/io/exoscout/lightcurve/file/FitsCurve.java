package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.exoscout.fits.BinaryColumn;
import io.exoscout.fits.FitsCards;
import io.exoscout.fits.FitsPart;
import io.exoscout.fits.FitsParts;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.lightcurve.TimeScale;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The light curve of a FITS file: of missions, of their high level products, or as
 * lightkurve writes it. Of several tables it is the first that holds a curve, if that one
 * is known to be the best; the rest of the file is passed over, so that one that breaks
 * off is noticed.
 */
final class FitsCurve {

	/** Tables beside which others are only tried-out apertures. */
	private static final Set<String> BEST = Set.of("LIGHTCURVE", "BESTAPER");

	private final String file;

	private final CurveOptions options;

	private final ReadingBudget budget;

	private final List<String> curves = new ArrayList<>();

	private FitsCards primary = new FitsCards();

	private @Nullable RawCurve found;

	/** Why the first table that looks like one holds no curve. */
	private @Nullable ProblemException refusal;

	private boolean pixels;

	private FitsCurve(String file, CurveOptions options, ReadingBudget budget) {
		this.file = file;
		this.options = options;
		this.budget = budget;
	}

	/**
	 * Reads a file to its end.
	 * @param in its bytes, unpacked
	 */
	static RawCurve read(String file, InputStream in, CurveOptions options, ReadingBudget budget) throws IOException {
		return new FitsCurve(file, options, budget).read(new FitsParts(in));
	}

	private RawCurve read(FitsParts parts) throws IOException {
		int count = 0;
		for (FitsPart part = parts.next(); part != null; part = parts.next()) {
			if (count++ == 0) {
				this.primary = part.cards();
			}
			else if (part.table()) {
				look(parts, part);
			}
		}
		if (this.curves.size() > 1 && !BEST.contains(this.curves.get(0))) {
			throw new ProblemException(ErrorCode.AMBIGUOUS_TABLE,
					"File " + Quoted.of(this.file) + " holds " + this.curves.size() + " light curves: "
							+ CurveColumns.listed(this.curves) + ". Send one of them alone.",
					InputError.field("file", "several light curves"));
		}
		if (this.found != null) {
			return this.found;
		}
		throw (this.refusal != null) ? this.refusal : nothing(count);
	}

	private void look(FitsParts parts, FitsPart part) throws IOException {
		List<String> names = part.columns().stream().map(BinaryColumn::name).toList();
		if (!this.curves.isEmpty() && !CurveColumns.anyFlux(names)) {
			return;
		}
		try {
			CurveColumns columns = CurveColumns.of(names, this.options.flux(), false);
			this.pixels |= part.columns().get(columns.flux()).repeat() > 1;
			if (part.columns().get(columns.flux()).numeric() && part.columns().get(columns.time()).numeric()) {
				this.curves.add(part.name());
				this.found = (this.found != null) ? this.found : points(parts, part, names, columns);
			}
		}
		catch (ProblemException ex) {
			if (ex.code() != ErrorCode.NO_TIME_COLUMN && ex.code() != ErrorCode.NO_FLUX_COLUMN
					&& ex.code() != ErrorCode.AMBIGUOUS_TABLE) {
				throw ex;
			}
			this.refusal = (this.refusal != null) ? this.refusal : ex;
		}
	}

	private RawCurve points(FitsParts parts, FitsPart part, List<String> names, CurveColumns columns)
			throws IOException {
		List<BinaryColumn> wanted = new ArrayList<>();
		int[] places = new int[6];
		int[] positions = { columns.time(), columns.flux(), columns.error(), columns.quality(),
				columns.centroidColumn(), columns.centroidRow() };
		for (int i = 0; i < places.length; i++) {
			boolean there = positions[i] >= 0 && part.columns().get(positions[i]).numeric();
			places[i] = there ? place(wanted, part.columns().get(positions[i])) : -1;
		}
		BinaryColumn time = part.columns().get(columns.time());
		double perDay = TimeScale.perDay(time.name(), time.unit());
		RawCurve curve = new RawCurve(notes(part, names, columns), this.budget);
		if (part.rows() > ReadingBudget.MOST_ROWS) {
			throw ReadingBudget.tooMany(this.file);
		}
		parts.read(wanted, (values) -> {
			double[] point = new double[places.length];
			for (int i = 0; i < point.length; i++) {
				point[i] = (places[i] < 0) ? Double.NaN : values[places[i]];
			}
			curve.add(point[0] / perDay, point[1], point[2], point[3], point[4], point[5]);
		});
		curve.countFrom(times(part, columns, curve.anyTime()));
		return curve;
	}

	/** Where a column is among those wanted; one for two uses is read once. */
	private static int place(List<BinaryColumn> wanted, BinaryColumn column) {
		int place = wanted.indexOf(column);
		if (place < 0) {
			wanted.add(column);
			return wanted.size() - 1;
		}
		return place;
	}

	private FileNotes notes(FitsPart part, List<String> names, CurveColumns columns) {
		String target = this.primary.text("OBJECT");
		String table = part.number() + (part.name().isEmpty() ? "" : " " + part.name());
		return new FileNotes(this.file, "fits", target.isEmpty() ? part.cards().text("OBJECT") : target, table,
				FileNotes.used(names, columns), FileNotes.ignored(names, columns),
				part.columns().get(columns.flux()).unit(), HeaderStar.of(this.primary));
	}

	/** By the keywords of missions, or by the unit of the column. */
	private TimeOrigin times(FitsPart part, CurveColumns columns, double value) {
		Double day = part.cards().number("BJDREFI");
		if (day != null) {
			Double rest = part.cards().number("BJDREFF");
			return TimeOrigin.of(day + ((rest != null) ? rest : 0));
		}
		BinaryColumn column = part.columns().get(columns.time());
		return TimeOrigin.of(column.name(), column.unit(), value);
	}

	private ProblemException nothing(int parts) {
		String holds = this.pixels ? "target pixels: its fluxes are images" : "no table of times and fluxes";
		if (parts == 1 && this.primary.text("EXTEND").equals("T")) {
			return new ProblemException(ErrorCode.TRUNCATED_FITS,
					"File " + Quoted.of(this.file) + " announces extensions and has none. Download it again.",
					InputError.field("file", "breaks off behind its first header"));
		}
		return new ProblemException(ErrorCode.NOT_A_LIGHT_CURVE,
				"File " + Quoted.of(this.file) + " holds " + holds + ". Send the light curve that was made of them.",
				InputError.field("file", "no light curve"));
	}

}
