package io.exoscout.study.streams;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.exoscout.study.StudyRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the peer ({@code streams.py}) made of the same rows.
 *
 * @param name River, or plain Python where {@code RIVER_HOME} names no folder
 * @param seconds of processor time that it took, without reading
 * @param drifts how many changes it noticed
 * @param probabilities what it predicted
 */
record StreamPeer(String name, double seconds, long drifts, double[] probabilities) {

	/**
	 * Has the peer run.
	 * @param python the interpreter
	 * @param script {@code streams.py}
	 * @param rows what to learn from
	 * @throws StudyRefused if it does not come to its end
	 */
	static StreamPeer run(String python, String script, StreamRows rows) throws IOException {
		Path folder = Files.createTempDirectory("exoscout-streams");
		Path in = folder.resolve("rows.csv");
		Path out = folder.resolve("probabilities.txt");
		try {
			write(rows, in);
			Process process = new ProcessBuilder(python, script, in.toString(), out.toString())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			String answer = new String(process.getInputStream().readAllBytes());
			if (process.waitFor() != 0) {
				throw new StudyRefused("The peer of streams ended early; what it said stands above.");
			}
			JsonNode said = new JsonMapper().readTree(answer);
			return new StreamPeer(said.required("peer").asString(), said.required("seconds").doubleValue(),
					said.required("drifts").longValue(),
					Files.readAllLines(out).stream().mapToDouble(Double::parseDouble).toArray());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StudyRefused("The peer of streams was not waited for.");
		}
		finally {
			Files.deleteIfExists(in);
			Files.deleteIfExists(out);
			Files.delete(folder);
		}
	}

	private static void write(StreamRows rows, Path file) throws IOException {
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			for (int i = 0; i < rows.values().length; i++) {
				writer
					.write(Arrays.stream(rows.values()[i]).mapToObj(Double::toString).collect(Collectors.joining(",")));
				writer.write(rows.labels()[i] ? ",1\n" : ",0\n");
			}
		}
	}

	/** By how much a probability differs from ours at most. */
	double difference(double[] ours) {
		double most = 0;
		for (int i = 0; i < ours.length; i++) {
			most = Math.max(most, Math.abs(ours[i] - this.probabilities[i]));
		}
		return most;
	}

}
