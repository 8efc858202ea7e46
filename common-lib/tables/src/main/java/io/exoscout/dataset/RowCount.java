package io.exoscout.dataset;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.Schema;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvRow;
import io.exoscout.csv.CsvTable;
import io.exoscout.form.RowAside;
import io.exoscout.header.SchemaDetector;
import io.exoscout.leak.AuditSample;
import io.exoscout.objects.IdentityColumns;
import io.exoscout.objects.MergedObjects;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.RowStore;
import org.jspecify.annotations.Nullable;

/** Counts what there is in the rows of a table, in one pass. */
final class RowCount {

	/** So many rows, or characters, are looked at in one go. */
	private static final int TOGETHER = 256;

	private static final int CHARACTERS = 1 << 18;

	final LabelTally labels;

	final IdentityTally identity;

	final CopiedRows copies;

	final @Nullable PublishedPlanets published;

	final @Nullable AuditSample sample;

	final MeasurementCheck measurements;

	private final CsvTable table;

	private final Schema schema;

	private final ObjectReader reader;

	private final MergedObjects merged;

	/** Takes the rows for whoever wants them again. */
	private final @Nullable RowStore kept;

	private final @Nullable ObjectReader keeping;

	private boolean asides;

	private long objects;

	private long characters;

	/**
	 * Counts to the end of a table.
	 * @param table the table, standing before its first row
	 * @param schema what its columns are
	 * @param limits what may be held in memory
	 * @param audited whether to measure what columns give away
	 * @param rows takes the rows, see {@link TableSurvey#of}
	 */
	RowCount(CsvTable table, Schema schema, TableLimits limits, boolean audited, @Nullable RowStore rows) {
		this.table = table;
		this.schema = schema;
		this.reader = ObjectReader.of(table, schema.mission(), IdentityColumns.of(schema.mission()), limits);
		this.copies = new CopiedRows(schema.mission(), limits);
		this.labels = new LabelTally(schema.mission());
		this.identity = new IdentityTally(schema.mission(), table, limits);
		this.published = SchemaDetector.mayBePublishedPlanets(schema, table.columns()) ? new PublishedPlanets(table)
				: null;
		this.sample = audited ? new AuditSample(schema, table.columns()) : null;
		boolean keeping = rows != null && rows.mission() == schema.mission() && !rows.mission().mergesRows();
		this.kept = keeping ? rows : null;
		this.keeping = (this.kept != null) ? ObjectReader.of(table, schema.mission(), this.kept.columns(), limits)
				: null;
		this.merged = new MergedObjects(limits, 0);
		this.measurements = new MeasurementCheck(schema.mission(), table.columns(), "line");
		readAll();
	}

	/** Whether some rows are none of the table. */
	boolean asides() {
		return this.asides;
	}

	/** How many objects the rows are. */
	long objects() {
		return this.objects;
	}

	/** How many characters the names of all objects have. */
	long characters() {
		return this.characters;
	}

	/**
	 * Reads on while what was read is looked at, which takes longer: cells, then objects,
	 * each in the order of the rows and beside each other.
	 */
	private void readAll() {
		OrderedWork cells = new OrderedWork();
		OrderedWork objects = new OrderedWork();
		try {
			while (!objects.failed() && readSome(cells, objects)) {
				continue; // until there are no more
			}
		}
		catch (RuntimeException ex) {
			cells.end();
			// what is wrong with an earlier row comes first
			objects.end();
			throw ex;
		}
		cells.end();
		objects.end();
		this.merged.objects().forEach(this::count);
		if (this.kept != null) {
			this.kept.end();
		}
	}

	private boolean readSome(OrderedWork cells, OrderedWork objects) {
		List<CsvRow> some = new ArrayList<>(TOGETHER);
		try {
			long characters = 0;
			while (some.size() < TOGETHER && characters < CHARACTERS) {
				CsvRow row = this.table.next();
				if (row == null) {
					return false;
				}
				some.add(row);
				characters += row.cells().characters();
			}
			return true;
		}
		finally {
			cells.add(() -> {
				some.forEach(this::addCells);
				// not before: the numbers that were read there are used again
				objects.add(() -> some.forEach(this::addObject));
			});
		}
	}

	private void addCells(CsvRow row) {
		this.asides |= RowAside.of(this.table.columns(), row.cells()) != null;
		this.measurements.add(row);
	}

	private void addObject(CsvRow row) {
		ObjectRow object = this.reader.object(row);
		this.identity.add(row, object);
		if (this.kept != null && this.keeping != null) {
			this.kept.add(object, this.keeping.values(row));
		}
		if (this.published != null) {
			this.published.add(row, object);
		}
		boolean merging = this.schema.mission().mergesRows();
		boolean isDefault = merging && this.reader.isDefault(row);
		if (this.sample != null) {
			this.sample.offer(object, row.cells(), isDefault);
		}
		if (merging) {
			this.merged.add(object, isDefault);
		}
		else {
			count(object);
			this.identity.noticeRepetition(object.object(), row.line());
		}
	}

	private void count(ObjectRow object) {
		this.objects++;
		this.characters += object.characters();
		this.labels.add(object);
		this.copies.add(object);
	}

}
