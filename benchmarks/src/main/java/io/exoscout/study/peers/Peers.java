package io.exoscout.study.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Python process that the peers live in ({@code peers.py}): gets one order on a line
 * and answers with one line, so that it rests while others are measured.
 */
final class Peers implements AutoCloseable {

	private final JsonMapper json = new JsonMapper();

	private final Process process;

	private final BufferedWriter orders;

	private final BufferedReader answers;

	private final JsonNode versions;

	/**
	 * Starts the process.
	 * @param python the interpreter
	 * @param script {@code peers.py}
	 * @param matrix see {@link PeerMatrix}
	 * @throws IOException if it does not start, or lacks a library
	 */
	Peers(String python, Path script, Path matrix) throws IOException {
		this.process = new ProcessBuilder(python, script.toString(), matrix.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		this.orders = this.process.outputWriter();
		this.answers = this.process.inputReader();
		this.versions = answer();
	}

	/** The libraries and their versions, for the reader of the results. */
	String versions() {
		return "Python %s with scikit-learn %s and XGBoost %s".formatted(text("python"), text("scikit-learn"),
				text("xgboost"));
	}

	private String text(String name) {
		return this.versions.required(name).asString();
	}

	/**
	 * Has a model fitted.
	 * @param algorithm in our name
	 * @param settings in our names
	 * @param fold whose rows are left out
	 * @param threads how many to use
	 * @param seed where its randomness starts
	 * @return {@code seconds}, and {@code probabilities} of the rows left out
	 */
	JsonNode fit(String algorithm, Map<String, ?> settings, int fold, int threads, int seed) throws IOException {
		Map<String, Object> order = new TreeMap<>(
				Map.of("algorithm", algorithm, "settings", settings, "fold", fold, "threads", threads, "seed", seed));
		this.orders.write(this.json.writeValueAsString(order));
		this.orders.newLine();
		this.orders.flush();
		return answer();
	}

	private JsonNode answer() throws IOException {
		String line = this.answers.readLine();
		if (line == null) {
			throw new IOException("The peers' process ended; what it said stands above.");
		}
		return this.json.readTree(line);
	}

	@Override
	public void close() throws IOException {
		try (this.answers) {
			this.orders.close(); // the process ends when its orders do
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
