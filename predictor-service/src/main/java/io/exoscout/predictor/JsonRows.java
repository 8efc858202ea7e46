package io.exoscout.predictor;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.dataset.Numbers;
import io.exoscout.dataset.Mission;
import io.exoscout.dataset.ObjectRow;
import io.exoscout.dataset.TableLimits;
import io.exoscout.problem.Offence;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.problem.Shown;
import io.exoscout.predictor.ModelInputs.Surroundings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a JSON request, within the limits of a table. */
final class JsonRows implements RowSource {

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Map<String, Object>> rows;

	private final Set<String> columns = new LinkedHashSet<>();

	private final TableLimits limits;

	/**
	 * Takes the rows of a request.
	 * @param rows objects of column and value
	 * @param limits how many rows and columns there may be
	 * @throws ProblemException if there are none, too many, or some that are no rows
	 */
	JsonRows(@Nullable List<Map<String, Object>> rows, TableLimits limits) {
		if (rows == null || rows.isEmpty()) {
			String detail = "The request has no rows; expected \"rows\": [{\"koi_period\": 9.48, …}]";
			throw new ProblemException(ProblemKind.INVALID, "no_rows", detail, Offence.field("rows", detail));
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
	 * told; those that have them must fit.
	 */
	@Override
	public ColumnMatch match(ModelInputs inputs) {
		Arrays.stream(Mission.values())
			.filter((mission) -> mission != inputs.mission())
			.filter((mission) -> this.columns.contains(mission.objectColumn())
					|| this.columns.contains(mission.labelColumn()))
			.forEach((mission) -> ColumnMatch.requireMission(inputs.mission(), mission));
		return ColumnMatch.of(inputs, this.columns);
	}

	@Override
	public Surroundings surroundings(ModelInputs inputs) {
		return inputs.lookAround() ? inputs.among(read(inputs)) : inputs.alone();
	}

	@Override
	public Rows open(ModelInputs inputs) {
		return new JsonFacts(read(inputs), this.rows, inputs.mission());
	}

	/**
	 * The same rows from their {@link #file}.
	 * @throws IOException when it can not be read
	 */
	static JsonRows of(InputStream file, TableLimits limits) throws IOException {
		// at once: the mapper would take trouble with reading for one of the text
		return new JsonRows(JSON.readValue(file.readAllBytes(), new TypeReference<List<Map<String, Object>>>() {
		}), limits);
	}

	/** The rows as they are kept for a job: a JSON array. */
	byte[] file() {
		return JSON.writeValueAsBytes(this.rows);
	}

	/** How many there are. */
	int size() {
		return this.rows.size();
	}

	/** All columns that occur, in the order in which they first do. */
	Set<String> columns() {
		return Collections.unmodifiableSet(this.columns);
	}

	/** The rows with the columns a model looks at. */
	List<ObjectRow> read(ModelInputs inputs) {
		// a row takes room for all columns of the model, those it lacks among them
		this.limits.requireRoom(this.rows.size(), inputs.columns().size(), 0);
		List<ObjectRow> read = new ArrayList<>(this.rows.size());
		for (int i = 0; i < this.rows.size(); i++) {
			Map<String, Object> row = this.rows.get(i);
			float[] values = new float[inputs.columns().size()];
			for (int f = 0; f < values.length; f++) {
				String column = inputs.columns().get(f);
				values[f] = number(i, column, row.get(column));
			}
			read.add(new ObjectRow(i + 1, text(row.get(inputs.mission().objectColumn())),
					text(row.get(inputs.mission().starColumn())), "", values));
		}
		return read;
	}

	private static float number(int row, String column, @Nullable Object value) {
		if (value == null) {
			return Float.NaN;
		}
		if (value instanceof Number || value instanceof String) {
			String text = value.toString().strip();
			if (text.isEmpty()) {
				return Float.NaN;
			}
			float number = Numbers.parse(text);
			if (!Float.isNaN(number) || Numbers.meansMissing(text)) {
				return number;
			}
		}
		throw invalid(row, "has '%s' as %s".formatted(Shown.shortened(value), column),
				"a number, or null where it is unknown");
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	private static void requireShort(String column) {
		if (column.length() > TableLimits.MAX_NAME) {
			String detail = "The name of column '%s' has %d characters; at most %d are accepted"
				.formatted(Shown.shortened(column), column.length(), TableLimits.MAX_NAME);
			throw new ProblemException(ProblemKind.INVALID, "column_name_too_long", detail,
					Offence.field("rows", detail));
		}
	}

	private static ProblemException invalid(int row, String fault, String expected) {
		String detail = "Row %d %s; expected %s".formatted(row + 1, fault, expected);
		return new ProblemException(ProblemKind.INVALID, "invalid_row", detail,
				Offence.field("rows[" + row + "]", detail));
	}

}
