package io.exoscout.model;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads ranked candidates one after the other; memory does not grow with their number.
 */
public final class CandidateReader implements Closeable {

	private final BufferedReader lines;

	CandidateReader(InputStream file) {
		this.lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
	}

	/**
	 * Passes over candidates.
	 * @param count how many; more than there are is fine
	 * @throws IOException when the store is out of reach
	 */
	public void skip(int count) throws IOException {
		for (int i = 0; i < count && this.lines.readLine() != null; i++) {
			continue; // reading the line is all
		}
	}

	/**
	 * Reads on.
	 * @return the next candidate, or {@code null} after the last one
	 * @throws IOException when the store is out of reach
	 */
	public @Nullable Candidate next() throws IOException {
		String line = this.lines.readLine();
		return (line != null) ? CandidateFile.JSON.readValue(line, Candidate.class) : null;
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

}
