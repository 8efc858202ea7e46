package io.exoscout.predictor.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.Map;
import java.util.Set;

import io.exoscout.archive.ColumnRange;
import io.exoscout.archive.ColumnSpan;
import io.exoscout.archive.Designation;
import io.exoscout.archive.Mission;
import io.exoscout.archive.StarSource;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.Numbers;
import io.exoscout.dataset.MeasurementCheck;
import io.exoscout.header.ColumnNames;
import io.exoscout.objects.ObjectRow;
import io.exoscout.predictor.rows.ModelInputs.Survey;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a JSON request, within the limits of a table. */
public final class JsonRows implements RowSource {

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Map<String, Object>> rows;

	private final Set<String> columns = new LinkedHashSet<>();

	private final TableLimits limits;

	/** Looked up once, however often the rows are read. */
	private final Map<Mission, ColumnNames> names = new EnumMap<>(Mission.class);

	/** What was found out about cells when the rows were matched. */
	private List<String> notes = List.of();

	/**
	 * Takes the rows of a request.
	 * @param rows objects of column and value
	 * @param limits how many rows and columns there may be
	 * @throws ProblemException if there are none, too many, or some that are no rows
	 */
	public JsonRows(@Nullable List<Map<String, Object>> rows, TableLimits limits) {
		if (rows == null || rows.isEmpty()) {
			String detail = "The request has no rows; expected \"rows\": [{\"koi_period\": 9.48, …}]";
			throw new ProblemException(ErrorCode.MISSING_ROWS, detail, InputError.field("rows", detail));
		}
		this.rows = rows;
		this.limits = limits;
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i) == null) {
				throw invalid(i, "is null", "an object of columns and values");
			}
			this.columns.addAll(rows.get(i).keySet());
		}
		limits.requireColumns(this.columns.size());
		limits.requireRoom(rows.size(), this.columns.size(), 0);
		this.columns.forEach(JsonRows::requireShort);
	}

	/**
	 * Matches the rows with a model. Rows may lack the columns by which a mission is
	 * told; those that have them must fit. What a table would be refused for is no
	 * measurement in rows either.
	 */
	@Override
	public ColumnMatch match(ModelInputs inputs) {
		Arrays.stream(Mission.values())
			.filter((mission) -> mission != inputs.mission())
			.filter((mission) -> this.columns.contains(mission.objectColumn())
					|| this.columns.contains(mission.labelColumn()))
			.forEach((mission) -> ColumnMatch.requireMission(inputs.mission(), mission));
		ColumnNames.of(List.copyOf(this.columns))
			.mission()
			.ifPresent((mission) -> ColumnMatch.requireMission(inputs.mission(), mission));
		requireMeasurements(inputs);
		return ColumnMatch.of(inputs, names(inputs).columns());
	}

	private void requireMeasurements(ModelInputs inputs) {
		ColumnNames names = names(inputs);
		MeasurementCheck check = new MeasurementCheck(inputs.mission(), names.columns(), "row");
		for (int i = 0; i < this.rows.size(); i++) {
			check.add(i + 1, names.row(cells(this.rows.get(i))));
		}
		ProblemException problem = check.problem();
		if (problem != null) {
			throw problem;
		}
		this.notes = check.notes();
	}

	/** The same as of a table: what the names were taken for, and what was left. */
	@Override
	public List<String> notes(ModelInputs inputs) {
		return Stream.concat(names(inputs).notes().stream(), this.notes.stream()).toList();
	}

	@Override
	public Survey survey(ModelInputs inputs) {
		return inputs.survey(read(inputs));
	}

	@Override
	public Rows open(ModelInputs inputs) {
		ColumnNames names = names(inputs);
		return new JsonFacts(read(inputs), names.columns(), (row) -> names.row(cells(this.rows.get(row))),
				inputs.mission());
	}

	/**
	 * The same rows from their {@link #file}.
	 * @throws IOException when it can not be read
	 */
	public static JsonRows of(InputStream file, TableLimits limits) throws IOException {
		// at once: the mapper would take trouble with reading for one of the text
		return new JsonRows(JSON.readValue(file.readAllBytes(), new TypeReference<List<Map<String, Object>>>() {
		}), limits);
	}

	/** The rows as they are kept for a job: a JSON array. */
	public byte[] file() {
		return JSON.writeValueAsBytes(this.rows);
	}

	/** How many there are. */
	public int size() {
		return this.rows.size();
	}

	/** All columns that occur, in the order in which they first do. */
	public Set<String> columns() {
		return Collections.unmodifiableSet(this.columns);
	}

	/** The rows with the columns a model looks at. */
	List<ObjectRow> read(ModelInputs inputs) {
		// a row takes room for all columns of the model, those it lacks among them
		this.limits.requireRoom(this.rows.size(), inputs.columns().size(), 0);
		ColumnNames names = names(inputs);
		List<String> columns = names.columns();
		ColumnRange[] ranges = inputs.columns()
			.stream()
			.map((column) -> ColumnSpan.rangeOf(inputs.mission(), column))
			.toArray(ColumnRange[]::new);
		int[] places = inputs.columns().stream().mapToInt(columns::indexOf).toArray();
		int object = columns.indexOf(inputs.mission().objectColumn());
		StarSource stars = new StarSource(inputs.mission(), columns);
		List<ObjectRow> read = new ArrayList<>(this.rows.size());
		for (int i = 0; i < this.rows.size(); i++) {
			List<String> cells = names.row(cells(this.rows.get(i)));
			float[] values = new float[places.length];
			for (int f = 0; f < places.length; f++) {
				values[f] = (places[f] < 0) ? Float.NaN
						: ranges[f].possible(number(i, columns.get(places[f]), cells.get(places[f])));
			}
			String name = Designation.object(inputs.mission(), (object < 0) ? "" : cells.get(object));
			read.add(new ObjectRow(i + 1, name, stars.of(cells, name), "", values));
		}
		return read;
	}

	/** What the columns are called in the archive. */
	private ColumnNames names(ModelInputs inputs) {
		return this.names.computeIfAbsent(inputs.mission(),
				(mission) -> ColumnNames.of(List.copyOf(this.columns), mission));
	}

	/** The values of a row as a table would have them, in the order of the columns. */
	private List<String> cells(Map<String, Object> row) {
		return this.columns.stream()
			.map(row::get)
			.map((value) -> (value != null) ? value.toString().strip() : "")
			.toList();
	}

	private static float number(int row, String column, String cell) {
		if (cell.isEmpty()) {
			return Float.NaN;
		}
		float number = Numbers.parse(cell);
		if (!Float.isNaN(number) || Numbers.meansMissing(cell)) {
			return number;
		}
		throw invalid(row, "has '%s' as %s".formatted(Quoted.shortened(cell), column),
				"a number, or null where it is unknown");
	}

	private static void requireShort(String column) {
		if (column.length() > TableLimits.MAX_NAME) {
			String detail = "The name of column '%s' has %d characters; at most %d are accepted"
				.formatted(Quoted.shortened(column), column.length(), TableLimits.MAX_NAME);
			throw new ProblemException(ErrorCode.COLUMN_NAME_TOO_LONG, detail, InputError.field("rows", detail));
		}
	}

	private static ProblemException invalid(int row, String fault, String expected) {
		String detail = "Row %d %s; expected %s".formatted(row + 1, fault, expected);
		return new ProblemException(ErrorCode.INVALID_ROW, detail, InputError.field("rows[" + row + "]", detail));
	}

}
