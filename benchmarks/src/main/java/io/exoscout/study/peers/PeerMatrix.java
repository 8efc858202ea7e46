package io.exoscout.study.peers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

import io.exoscout.fitting.Folds;
import io.exoscout.learning.Samples;

/**
 * The rows that are trained on, written for the peers: a column for each feature, with
 * empty cells for missing values, then {@code label} and {@code fold}.
 *
 * @param samples the rows
 * @param folds how they are dealt out
 */
record PeerMatrix(Samples samples, Folds folds) {

	void write(Path file) throws IOException {
		try (BufferedWriter lines = Files.newBufferedWriter(file)) {
			lines.write(String.join(",", this.samples.features()) + ",label,fold\n");
			for (int row = 0; row < this.samples.size(); row++) {
				lines.write(line(row) + "\n");
			}
		}
	}

	private String line(int row) {
		StringJoiner cells = new StringJoiner(",");
		for (float[] column : this.samples.values()) {
			cells.add(Float.isNaN(column[row]) ? "" : Float.toString(column[row]));
		}
		return cells.add(Integer.toString(this.samples.labels()[row]))
			.add(Integer.toString(this.folds.of()[row]))
			.toString();
	}

}
