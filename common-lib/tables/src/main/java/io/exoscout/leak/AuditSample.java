package io.exoscout.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Schema;
import io.exoscout.archive.StarName;
import io.exoscout.archive.Verdict;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CellCode;
import io.exoscout.objects.MergedObjects;
import io.exoscout.objects.ObjectRow;

/**
 * The decided objects of a table with all their columns, kept for the audit while the
 * table is read: a bounded choice that depends on the names of the stars alone.
 */
public final class AuditSample {

	/** Cells kept at most, four bytes each. */
	private static final int MAX_CELLS = 2_000_000;

	private final Mission mission;

	private final boolean labelled;

	private final List<String> columns;

	private final StarSample<Row> rows;

	public AuditSample(Schema schema, List<String> columns) {
		this.mission = schema.mission();
		this.labelled = schema.labelled();
		this.columns = columns;
		this.rows = new StarSample<>(Math.min(LeakAudit.MAX_OBJECTS, MAX_CELLS / columns.size()));
	}

	private record Row(ObjectRow object, boolean isDefault) {
	}

	/**
	 * Takes a row, if it belongs into the sample.
	 * @param object the row as an object of its own
	 * @param cells its cells
	 * @param isDefault whether its {@code default_flag} is 1
	 */
	public void offer(ObjectRow object, List<String> cells, boolean isDefault) {
		String star = StarName.of(object.star(), object.object(), object.row());
		// another row of the object may bring the label
		boolean wanted = this.labelled && (this.mission.mergesRows() || decided(object));
		if (!wanted || !this.rows.takes(star)) {
			return;
		}
		float[] codes = new float[cells.size()];
		for (int i = 0; i < codes.length; i++) {
			codes[i] = CellCode.of(cells.get(i));
		}
		this.rows.add(star,
				new Row(new ObjectRow(object.row(), object.object(), object.star(), object.label(), codes), isDefault));
	}

	/** Audits every column but the label's. */
	public LeakAudit audit(Collection<String> used) {
		List<ObjectRow> objects = objects();
		boolean[] planets = new boolean[objects.size()];
		String[] stars = new String[objects.size()];
		for (int i = 0; i < stars.length; i++) {
			ObjectRow object = objects.get(i);
			planets[i] = this.mission.verdict(object.label()).orElseThrow() == Verdict.PLANET;
			stars[i] = StarName.of(object.star(), object.object(), object.row());
		}
		List<String> audited = new ArrayList<>(this.columns);
		audited.remove(this.mission.labelColumn());
		float[][] values = new float[audited.size()][objects.size()];
		for (int column = 0; column < values.length; column++) {
			int position = this.columns.indexOf(audited.get(column));
			for (int i = 0; i < stars.length; i++) {
				values[column][i] = objects.get(i).values()[position];
			}
		}
		return LeakSearch.of(audited, values, DecidedObjects.of(planets, stars), used);
	}

	private List<ObjectRow> objects() {
		if (!this.mission.mergesRows()) {
			return this.rows.rows().stream().map(Row::object).toList();
		}
		MergedObjects merged = new MergedObjects(TableLimits.DEFAULTS, 0);
		this.rows.rows().forEach((row) -> merged.add(row.object(), row.isDefault()));
		return merged.objects().stream().filter(this::decided).toList();
	}

	private boolean decided(ObjectRow object) {
		return this.mission.verdict(object.label()).filter((verdict) -> verdict != Verdict.UNDECIDED).isPresent();
	}

}
