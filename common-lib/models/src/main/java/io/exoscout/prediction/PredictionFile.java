package io.exoscout.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file format in which predictions are kept: UTF-8, one {@link Prediction} as JSON on
 * each line, in the order of the table. The same predictions always give the same bytes.
 */
public final class PredictionFile {

	static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private PredictionFile() {
	}

	/**
	 * Begins a file.
	 * @param header what is the same for all predictions; not kept in the file
	 * @param out where to write; closed with the writer
	 * @return writes the predictions
	 * @throws IOException when it can not be written
	 */
	public static PredictionWriter write(PredictionHeader header, OutputStream out) throws IOException {
		return PredictionFormat.NDJSON.open(header, 0, out, JSON);
	}

	/** Opens a file at its first prediction; it is closed with the reader. */
	public static PredictionReader read(InputStream file) {
		return new PredictionReader(file, JSON);
	}

}
