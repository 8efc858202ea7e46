package io.exoscout.lightcurve.file;

import io.exoscout.lightcurve.ReadingBudget;

/** The points of one file, as it gives them; {@code NaN} where it gives nothing. */
final class RawCurve {

	private final FileNotes notes;

	private final ReadingBudget budget;

	private TimeOrigin origin = TimeOrigin.UNKNOWN;

	private final GrowingColumn times = new GrowingColumn();

	private final GrowingColumn fluxes = new GrowingColumn();

	private final GrowingColumn errors = new GrowingColumn();

	private final GrowingColumn qualities = new GrowingColumn();

	private final GrowingColumn columns = new GrowingColumn();

	private final GrowingColumn rows = new GrowingColumn();

	RawCurve(FileNotes notes, ReadingBudget budget) {
		this.notes = notes;
		this.budget = budget;
	}

	/** Adds a point. */
	void add(double time, double flux, double error, double quality, double column, double row) {
		this.budget.row(this.notes.file());
		this.times.add(time);
		this.fluxes.add(flux);
		this.errors.add(error);
		this.qualities.add(quality);
		this.columns.add(column);
		this.rows.add(row);
	}

	/** Says from where its times are counted. */
	void countFrom(TimeOrigin where) {
		this.origin = where;
	}

	/** From where its times are counted. */
	TimeOrigin origin() {
		return this.origin;
	}

	/** The first time there is; {@code NaN} if there is none. */
	double anyTime() {
		for (int i = 0; i < size(); i++) {
			if (Double.isFinite(time(i))) {
				return time(i);
			}
		}
		return Double.NaN;
	}

	/** What was understood of the file. */
	FileNotes notes() {
		return this.notes;
	}

	int size() {
		return this.times.size();
	}

	double time(int point) {
		return this.times.get(point);
	}

	double flux(int point) {
		return this.fluxes.get(point);
	}

	double error(int point) {
		return this.errors.get(point);
	}

	double quality(int point) {
		return this.qualities.get(point);
	}

	double column(int point) {
		return this.columns.get(point);
	}

	double row(int point) {
		return this.rows.get(point);
	}

	/** Whether a point has both a time and a flux. */
	boolean measured(int point) {
		return Double.isFinite(time(point)) && Double.isFinite(flux(point));
	}

}
