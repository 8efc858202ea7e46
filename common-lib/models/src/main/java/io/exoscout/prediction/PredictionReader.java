package io.exoscout.prediction;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads kept predictions one after the other; memory does not grow with their number. */
public final class PredictionReader implements Closeable {

	private final BufferedReader lines;

	private final JsonMapper json;

	PredictionReader(InputStream file, JsonMapper json) {
		this.json = json;
		this.lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
	}

	/**
	 * Reads on.
	 * @return the next prediction, or {@code null} after the last one
	 * @throws ProblemException {@code UNAVAILABLE} when the store is out of reach
	 */
	public @Nullable Prediction next() {
		String line = line();
		return (line != null) ? this.json.readValue(line, Prediction.class) : null;
	}

	private @Nullable String line() {
		try {
			return this.lines.readLine();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable("The predictions can not be read", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

}
