package io.exoscout.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/**
 * pandas and XGBoost for Python, in a process of their own that has learned from the
 * table that ours learned from, see {@code bulk.py}.
 */
final class PandasPeer implements AutoCloseable {

	private final JsonMapper json = new JsonMapper();

	private final Path folder;

	private final Process process;

	private final BufferedReader answers;

	private PandasPeer(Path folder, Process process) {
		this.folder = folder;
		this.process = process;
		this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Starts one.
	 * @param python that has pandas and XGBoost
	 * @param script that asks them
	 * @param training what to learn from
	 */
	static PandasPeer start(String python, Path script, byte[] training) throws IOException {
		Path folder = Files.createTempDirectory("exoscout-pandas");
		Path table = Files.write(folder.resolve("training.csv"), training);
		Process process = new ProcessBuilder(python, script.toString(), table.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		return new PandasPeer(folder, process);
	}

	/** Where a table lies that is asked about. */
	Path table(byte[] bytes) throws IOException {
		return Files.write(this.folder.resolve("table.csv"), bytes);
	}

	/** From a file to the answer. */
	TableCost answer(Path table) throws IOException {
		OutputStream questions = this.process.getOutputStream();
		questions.write((table + "\n").getBytes(StandardCharsets.UTF_8));
		questions.flush();
		String said = this.answers.readLine();
		if (said == null) {
			throw new IOException(
					"Python ended; it needs pandas and XGBoost (Debian: python3-pandas, python3-xgboost)");
		}
		JsonNode cost = this.json.readTree(said);
		return new TableCost(cost.required("rows").intValue(), seconds(cost, "seconds"), seconds(cost, "processor"));
	}

	private static Duration seconds(JsonNode cost, String name) {
		return Duration.ofNanos((long) (cost.required(name).doubleValue() * 1e9));
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
