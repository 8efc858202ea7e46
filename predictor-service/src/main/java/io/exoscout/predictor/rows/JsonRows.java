package io.exoscout.predictor.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.exoscout.archive.Designation;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.Numbers;
import io.exoscout.dataset.MeasurementCheck;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.RowStore;
import io.exoscout.predictor.rows.ModelInputs.Survey;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.Digests;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a JSON request, within the limits of a table. */
public final class JsonRows implements RowSource {

	private static final JsonMapper JSON = new JsonMapper();

	/** What a row takes besides its numbers, in numbers. */
	private static final int ROW = 40;

	/** So many numbers may be held whatever was sent, ... */
	private static final long FREE = 4_000_000;

	/** ... and so many more of each byte. */
	private static final int OF_A_BYTE = 4;

	/** Rows that were accepted once are not weighed again. */
	private static final long ACCEPTED = Long.MAX_VALUE / (2 * OF_A_BYTE);

	private final List<Map<String, Object>> rows;

	/** All columns that occur, and the place of each. */
	private final Map<String, Integer> columns = new LinkedHashMap<>();

	private final long bytes;

	private final TableLimits limits;

	/** What was found out about cells when the rows were matched. */
	private List<String> notes = List.of();

	private @Nullable Matched matched;

	/**
	 * The rows as one model has them.
	 *
	 * @param inputs what it looks at
	 * @param header what the columns are to it
	 * @param cells of each row, by the archive's names; none where they are many and made
	 * as they are asked for
	 * @param read as it reads them
	 */
	private record Matched(ModelInputs inputs, JsonHeader header, List<List<String>> cells, List<ObjectRow> read) {

		Matched with(List<ObjectRow> read) {
			return new Matched(this.inputs, this.header, this.cells, read);
		}

	}

	/**
	 * Takes the rows of a request.
	 * @param rows objects of column and value
	 * @param limits how many rows and columns there may be
	 * @throws ProblemException if there are none, too many, or some that are no rows
	 */
	public JsonRows(@Nullable List<Map<String, Object>> rows, TableLimits limits) {
		this(rows, limits, (rows instanceof SentRowList sent) ? sent.bytes() : 0);
	}

	/**
	 * The same of rows that were sent in another form.
	 * @param bytes they were sent in; what rows take that hold next to nothing is bounded
	 * by that
	 */
	public JsonRows(@Nullable List<Map<String, Object>> rows, TableLimits limits, long bytes) {
		if (rows == null || rows.isEmpty()) {
			String detail = "The request has no rows; expected \"rows\": [{\"koi_period\": 9.48, …}]";
			throw new ProblemException(ErrorCode.MISSING_ROWS, detail, InputError.field("rows", detail));
		}
		this.rows = rows;
		this.limits = limits;
		this.bytes = bytes;
		if (rows instanceof SentRowList sent) {
			sent.names().forEach(this::addColumn);
		}
		else {
			for (int i = 0; i < rows.size(); i++) {
				if (rows.get(i) == null) {
					throw SentRowList.nullRow(i);
				}
				rows.get(i).keySet().forEach(this::addColumn);
			}
		}
		limits.requireColumns(this.columns.size());
		limits.requireRoom(rows.size(), this.columns.size(), 0);
		requireWorth(this.columns.size());
		this.columns.keySet().forEach(SentRowList::requireShort);
	}

	private void addColumn(String name) {
		this.columns.putIfAbsent(name, this.columns.size());
	}

	/** Refuses rows that hold next to nothing, and are too many for that. */
	private void requireWorth(int columns) {
		long numbers = (long) this.rows.size() * (columns + ROW);
		if (numbers > FREE + OF_A_BYTE * this.bytes) {
			String detail = ("The %d rows of %d columns take far more room than the %d bytes they were sent in: most of "
					+ "their cells are blank. Leave out rows without measurements, or send fewer at a time.")
				.formatted(this.rows.size(), columns, this.bytes);
			throw new ProblemException(ErrorCode.TOO_COSTLY, detail, InputError.field("rows", detail));
		}
	}

	/**
	 * Matches the rows with a model. Rows may lack the columns by which a mission is
	 * told; those that have them must fit. What a table would be refused for is no
	 * measurement in rows either.
	 */
	@Override
	public ColumnMatch match(ModelInputs inputs) {
		Matched matched = matched(inputs);
		JsonHeader header = matched.header();
		header.told().forEach((mission) -> ColumnMatch.requireMission(inputs.mission(), mission));
		if (!SoundCells.mayBe(size()) || !matched.cells().stream().allMatch(header.sound()::all)) {
			requireMeasurements(matched);
		}
		return header.match();
	}

	private void requireMeasurements(Matched matched) {
		MeasurementCheck check = new MeasurementCheck(matched.inputs().mission(), matched.header().columns(), "row");
		for (int i = 0; i < this.rows.size(); i++) {
			check.add(i + 1, cells(matched, i));
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
		return Stream.concat(matched(inputs).header().notes().stream(), this.notes.stream()).toList();
	}

	@Override
	public Survey survey(ModelInputs inputs, Runnable meanwhile) {
		return inputs.survey(read(inputs), meanwhile);
	}

	@Override
	public Rows open(ModelInputs inputs) {
		List<ObjectRow> read = read(inputs);
		Matched matched = matched(inputs);
		return new JsonFacts(read, (row) -> cells(matched, row), matched.header().facts());
	}

	/**
	 * The same rows from their {@link #file}.
	 * @throws IOException when it can not be read
	 */
	public static JsonRows of(InputStream file, TableLimits limits) throws IOException {
		// at once: the mapper would take trouble with reading for one of the text
		JsonMapper json = JSON.rebuild().addModule(SentRowReader.module(limits)).build();
		return new JsonRows(json.readValue(file.readAllBytes(), SentRowList.class), limits, ACCEPTED);
	}

	/** The rows as they are kept for a job: a JSON array. */
	public byte[] file() {
		return JSON.writeValueAsBytes(this.rows);
	}

	/** The digest of {@link #file()}, which is not held in memory for it. */
	public String sha256() {
		DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Digests.sha256());
		JSON.writeValue(digest, this.rows);
		return HexFormat.of().formatHex(digest.getMessageDigest().digest());
	}

	/** How many there are. */
	public int size() {
		return this.rows.size();
	}

	/** All columns that occur, in the order in which they first do. */
	public Set<String> columns() {
		return Collections.unmodifiableSet(this.columns.keySet());
	}

	/** The rows with the columns a model looks at; once for all who ask for the same. */
	List<ObjectRow> read(ModelInputs inputs) {
		Matched matched = matched(inputs);
		if (matched.read().isEmpty()) {
			matched = matched.with(read(matched));
			this.matched = matched;
		}
		return matched.read();
	}

	private List<ObjectRow> read(Matched matched) {
		ModelInputs inputs = matched.inputs();
		// a row takes room for all columns of the model, those it lacks among them
		this.limits.requireRoom(this.rows.size(), inputs.columns().size(), 0);
		requireWorth(inputs.columns().size());
		JsonHeader header = matched.header();
		int[] places = header.places();
		List<ObjectRow> read = new ArrayList<>(this.rows.size());
		for (int i = 0; i < this.rows.size(); i++) {
			List<String> cells = cells(matched, i);
			float[] values = new float[places.length];
			for (int f = 0; f < places.length; f++) {
				values[f] = (places[f] < 0) ? Float.NaN
						: header.ranges()[f].possible(number(i, inputs.columns().get(f), cells.get(places[f])));
			}
			String name = Designation.object(inputs.mission(), (header.object() < 0) ? "" : cells.get(header.object()));
			read.add(new ObjectRow(i + 1, name, header.stars().of(cells, name), "", values));
		}
		return read;
	}

	private Matched matched(ModelInputs inputs) {
		Matched known = this.matched;
		if (known == null || known.inputs() != inputs) {
			JsonHeader header = inputs.header(List.copyOf(this.columns.keySet()));
			List<List<String>> cells = (size() > RowStore.TOGETHER) ? List.of()
					: this.rows.stream().map((row) -> cells(header, row)).toList();
			known = new Matched(inputs, header, cells, List.of());
			this.matched = known;
		}
		return known;
	}

	private List<String> cells(Matched matched, int row) {
		return matched.cells().isEmpty() ? cells(matched.header(), this.rows.get(row)) : matched.cells().get(row);
	}

	/** The cells of a row as a table would have them, by the archive's names. */
	private List<String> cells(JsonHeader header, Map<String, Object> row) {
		String[] sent = new String[this.columns.size()];
		Arrays.fill(sent, "");
		row.forEach((column, value) -> {
			if (value != null) {
				sent[Objects.requireNonNull(this.columns.get(column))] = value.toString().strip();
			}
		});
		return header.cells(Arrays.asList(sent));
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

	private static ProblemException invalid(int row, String fault, String expected) {
		String detail = "Row %d %s; expected %s".formatted(row + 1, fault, expected);
		return new ProblemException(ErrorCode.INVALID_ROW, detail, InputError.field("rows[" + row + "]", detail));
	}

}
