package io.exoscout.prediction;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.web.CsvCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which predictions are given. */
public enum PredictionFormat {

	/** One object with all predictions inside. */
	JSON(MediaType.APPLICATION_JSON) {
		@Override
		public PredictionWriter open(PredictionHeader header, OutputStream out, JsonMapper mapper) {
			JsonGenerator json = mapper.createGenerator(out);
			json.writeStartObject();
			json.writePOJOProperty("job_id", header.jobId());
			json.writePOJOProperty("model", header.model());
			json.writePOJOProperty("class_names", header.classNames());
			json.writePOJOProperty("ignored_columns", header.ignoredColumns());
			json.writePOJOProperty("missing_columns", header.missingColumns());
			writeUnlessNull(json, "information", header.information());
			writeUnlessNull(json, "expected_accuracy", header.expectedAccuracy());
			writeUnlessNull(json, "absent_columns", header.absentColumns());
			writeUnlessNull(json, "notes", header.notes());
			writeUnlessNull(json, "context", header.context());
			json.writeArrayPropertyStart("predictions");
			return new PredictionWriter() {
				@Override
				public void write(Prediction prediction) {
					json.writePOJO(prediction);
				}

				@Override
				public void finish() {
					json.writeEndArray();
					json.writeEndObject();
					json.close();
				}
			};
		}
	},

	/** One prediction on each line. */
	NDJSON(MediaType.APPLICATION_NDJSON) {
		@Override
		public PredictionWriter open(PredictionHeader header, OutputStream out, JsonMapper mapper) {
			Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
			return new PredictionWriter() {
				@Override
				public void write(Prediction prediction) throws IOException {
					lines.write(mapper.writeValueAsString(prediction));
					lines.write('\n');
				}

				@Override
				public void finish() throws IOException {
					lines.close();
				}
			};
		}
	},

	/** One line for each object; without explanations. */
	CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)) {
		@Override
		public PredictionWriter open(PredictionHeader header, OutputStream out, JsonMapper mapper) throws IOException {
			CSVPrinter csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
					CSVFormat.RFC4180);
			List<String> columns = new ArrayList<>(List.of("row", "object", "class", "probability"));
			header.classNames()
				.forEach((name) -> columns.add("probability_" + name.toLowerCase(Locale.ROOT).replace(' ', '_')));
			columns.add("information");
			csv.printRecord(columns);
			return new PredictionWriter() {
				@Override
				public void write(Prediction prediction) throws IOException {
					csv.print(prediction.row());
					csv.print(CsvCell.safe(prediction.object()));
					csv.print(prediction.className());
					csv.print(prediction.probability());
					for (Double probability : prediction.probabilities().values()) {
						csv.print(probability);
					}
					csv.print(prediction.information());
					csv.println();
				}

				@Override
				public void finish() throws IOException {
					csv.close(true);
				}
			};
		}
	};

	private final MediaType mediaType;

	PredictionFormat(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	private static void writeUnlessNull(JsonGenerator json, String name, @Nullable Object value) {
		if (value != null) {
			json.writePOJOProperty(name, value);
		}
	}

	/** What it is called in the header of an answer. */
	public MediaType mediaType() {
		return this.mediaType;
	}

	/**
	 * The format a caller prefers.
	 * @param accept the Accept header, if there is one
	 * @return the first format it accepts, JSON if it has no preference
	 * @throws ProblemException {@code NOT_ACCEPTABLE} when there is none
	 */
	public static PredictionFormat accepted(@Nullable String accept) {
		if (accept == null || accept.isBlank()) {
			return JSON;
		}
		for (MediaType wanted : preferred(accept)) {
			for (PredictionFormat format : values()) {
				if (wanted.includes(format.mediaType())) {
					return format;
				}
			}
		}
		throw notAcceptable(accept);
	}

	private static List<MediaType> preferred(String accept) {
		try {
			List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
			MimeTypeUtils.sortBySpecificity(wanted);
			wanted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
			return wanted;
		}
		catch (InvalidMediaTypeException ex) {
			throw notAcceptable(accept).causedBy(ex);
		}
	}

	private static ProblemException notAcceptable(String accept) {
		return new ProblemException(ProblemKind.NOT_ACCEPTABLE, "not_acceptable",
				"Accept is '%s'; predictions come as application/json, application/x-ndjson or text/csv"
					.formatted(accept));
	}

	/**
	 * Starts the answer.
	 * @param header what is the same for all predictions
	 * @param out where to write; closed with the writer
	 * @param mapper for JSON
	 * @return a writer
	 * @throws IOException when the client is gone
	 */
	public abstract PredictionWriter open(PredictionHeader header, OutputStream out, JsonMapper mapper)
			throws IOException;

}
