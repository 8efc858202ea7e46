package io.exoscout.prediction;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.exoscout.astronomy.AstronomyAnswer;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** How predictions are written in each of the {@link AnswerFormat}s. */
enum PredictionFormat {

	/** One object with all predictions inside. */
	JSON {
		@Override
		PredictionWriter open(PredictionHeader header, int reasons, OutputStream out, JsonMapper mapper)
				throws IOException {
			// the object that the header is stays open for one property more
			byte[] object = mapper.writeValueAsBytes(header);
			out.write(object, 0, object.length - 1);
			out.write(PREDICTIONS);
			JsonGenerator json = mapper.createGenerator(out);
			json.writeStartArray();
			return new PredictionWriter() {
				@Override
				public void write(Prediction prediction) {
					json.writePOJO(prediction);
				}

				@Override
				public void finish() {
					json.writeEndArray();
					json.writeRaw('}');
					json.close();
				}
			};
		}
	},

	/** One prediction on each line. */
	NDJSON {
		@Override
		PredictionWriter open(PredictionHeader header, int reasons, OutputStream out, JsonMapper mapper) {
			OutputStream buffered = new BufferedOutputStream(out);
			ObjectWriter writer = mapper.writerFor(Prediction.class).withRootValueSeparator("\n");
			return new PredictionWriter() {
				@Override
				public void write(Prediction prediction) throws IOException {
					ready(List.of(prediction)).write();
				}

				@Override
				public Ready ready(List<Prediction> predictions) {
					ByteArrayOutputStream lines = new ByteArrayOutputStream();
					try (SequenceWriter values = writer.writeValues(lines)) {
						values.writeAll(predictions);
					}
					if (!predictions.isEmpty()) {
						lines.write('\n');
					}
					return () -> lines.writeTo(buffered);
				}

				@Override
				public void finish() throws IOException {
					buffered.close();
				}
			};
		}
	},

	/** One line for each object. */
	CSV {
		@Override
		PredictionWriter open(PredictionHeader header, int reasons, OutputStream out, JsonMapper mapper)
				throws IOException {
			CsvAnswer<Prediction> csv = new CsvAnswer<>(PredictionColumns.of(header, reasons), out);
			return new PredictionWriter() {
				@Override
				public void write(Prediction prediction) throws IOException {
					csv.write(prediction);
				}

				@Override
				public Ready ready(List<Prediction> predictions) {
					byte[] lines = csv.lines(predictions);
					return () -> csv.write(lines);
				}

				@Override
				public void finish() throws IOException {
					csv.finish();
				}
			};
		}
	},

	/** A table of the Virtual Observatory. */
	VOTABLE,
	/** A binary table. */
	FITS,
	/** CSV that says what its columns are. */
	ECSV,
	/** A table in columns. */
	IPAC;

	private static final byte[] PREDICTIONS = ",\"predictions\":".getBytes(StandardCharsets.UTF_8);

	static PredictionFormat of(AnswerFormat format) {
		return valueOf(format.name());
	}

	/**
	 * Starts the answer.
	 * @param header what is the same for all predictions
	 * @param reasons how many features each explanation names, 0 for none
	 * @param out where to write; closed with the writer
	 * @param mapper for JSON
	 * @return a writer
	 * @throws IOException when the client is gone
	 */
	PredictionWriter open(PredictionHeader header, int reasons, OutputStream out, JsonMapper mapper)
			throws IOException {
		AstronomyAnswer<Prediction> table = new AstronomyAnswer<>(AnswerFormat.valueOf(name()),
				header.model() + "-predictions", Objects.requireNonNullElse(header.notes(), List.of()),
				PredictionColumns.of(header, reasons), out);
		return new PredictionWriter() {
			@Override
			public void write(Prediction prediction) throws IOException {
				table.write(prediction);
			}

			@Override
			public void finish() throws IOException {
				table.finish();
			}
		};
	}

}
