package io.exoscout.predictor.features;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.exoscout.predictor.rows.RowSource.Rows;
import io.exoscout.web.CsvAnswer;
import io.exoscout.web.CsvColumn;
import io.exoscout.web.HeaderList;
import io.exoscout.web.WantedFormat;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a caller wants a feature matrix, and the way there.
 *
 * @param wanted the form it is to have, a {@link WantedFormat#plain plain} one
 * @param response nothing is written to it before {@link #write}
 */
public record FeatureAnswer(WantedFormat wanted, HttpServletResponse response) {

	/** Names in every format the model whose features these are. */
	public static final String MODEL_ID = "X-Model-Id";

	/**
	 * Writes a matrix; from here on nothing can be refused.
	 * @throws IOException when the client is gone
	 */
	public void write(FeatureMatrix matrix, JsonMapper json) throws IOException {
		FeatureHeader header = matrix.header();
		try (Rows rows = matrix.open()) {
			this.wanted.announce(this.response, header.model() + "-features");
			this.response.setHeader(MODEL_ID, header.jobId());
			HeaderList.set(this.response, HeaderList.NOTES, Objects.requireNonNullElse(header.notes(), List.of()));
			OutputStream out = this.response.getOutputStream();
			switch (this.wanted.format()) {
				case JSON -> document(matrix, rows, json, out);
				case NDJSON -> lines(matrix, rows, json, out);
				case CSV -> csv(matrix, rows, out);
				default -> throw new IllegalStateException("No matrix is offered as " + this.wanted.format());
			}
		}
	}

	private static void document(FeatureMatrix matrix, Rows rows, JsonMapper mapper, OutputStream out) {
		JsonGenerator json = mapper.createGenerator(out);
		json.writeStartObject();
		mapper.valueToTree(matrix.header()).forEachEntry(json::writePOJOProperty);
		json.writeArrayPropertyStart("rows");
		for (FeatureRow row = matrix.next(rows); row != null; row = matrix.next(rows)) {
			json.writePOJO(row);
		}
		json.writeEndArray();
		json.writeEndObject();
		json.close();
	}

	private static void lines(FeatureMatrix matrix, Rows rows, JsonMapper mapper, OutputStream out) throws IOException {
		// not closed after a failure: what was cut short must not look complete
		Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		for (FeatureRow row = matrix.next(rows); row != null; row = matrix.next(rows)) {
			lines.write(mapper.writeValueAsString(row));
			lines.write('\n');
		}
		lines.close();
	}

	private static void csv(FeatureMatrix matrix, Rows rows, OutputStream out) throws IOException {
		List<CsvColumn<FeatureRow>> columns = new ArrayList<>(
				List.of(new CsvColumn<>("row", FeatureRow::row), new CsvColumn<>("object", FeatureRow::object)));
		List<String> features = matrix.header().features();
		for (int i = 0; i < features.size(); i++) {
			int place = i;
			columns.add(new CsvColumn<>(features.get(i), (row) -> row.values().get(place)));
		}
		CsvAnswer<FeatureRow> csv = new CsvAnswer<>(columns, out);
		for (FeatureRow row = matrix.next(rows); row != null; row = matrix.next(rows)) {
			csv.write(row);
		}
		csv.finish();
	}

}
