package io.exoscout.study.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.exoscout.fitting.Folds;
import io.exoscout.learning.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class PeerMatrixTests {

	@Test
	void missingValuesAreEmptyCells(@TempDir Path folder) throws IOException {
		Samples samples = new Samples(List.of("period", "depth"), List.of("FALSE POSITIVE", "CONFIRMED"),
				new float[][] { { 1.5f, Float.NaN }, { 1e-7f, 3 } }, new int[] { 1, 0 }, new String[] { "a", "b" },
				new float[] { 0, 0 });
		Path file = folder.resolve("matrix.csv");
		new PeerMatrix(samples, new Folds(2, new int[] { 0, 1 }, 2)).write(file);
		assertThat(file).hasContent("""
				period,depth,label,fold
				1.5,1.0E-7,1,0
				,3.0,0,1
				""");
	}

}
