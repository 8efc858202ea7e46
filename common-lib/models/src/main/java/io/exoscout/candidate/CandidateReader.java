package io.exoscout.candidate;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranked candidates one after the other; memory does not grow with their number.
 */
public final class CandidateReader implements Closeable {

	private final BufferedReader lines;

	public CandidateReader(InputStream file) {
		this.lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
	}

	/**
	 * Passes over candidates.
	 * @param count how many; more than there are is fine
	 * @throws ProblemException {@code UNAVAILABLE} when the store is out of reach
	 */
	public void skip(int count) {
		for (int i = 0; i < count && line() != null; i++) {
			continue; // reading the line is all
		}
	}

	/**
	 * Reads on.
	 * @return the next candidate, or {@code null} after the last one
	 * @throws ProblemException {@code UNAVAILABLE} when the store is out of reach
	 */
	public @Nullable Candidate next() {
		String line = line();
		return (line != null) ? CandidateFile.JSON.readValue(line, Candidate.class) : null;
	}

	/**
	 * Reads on, without what takes long to read.
	 * @return the next candidate, or {@code null} after the last one
	 * @throws ProblemException {@code UNAVAILABLE} when the store is out of reach
	 */
	public @Nullable CandidateLine nextLine() {
		String line = line();
		return (line != null) ? CandidateFile.JSON.readValue(line, CandidateLine.class) : null;
	}

	private @Nullable String line() {
		try {
			return this.lines.readLine();
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable("The candidates can not be read", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

}
