package io.exoscout.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A model file written by any version scores as it did when it was written. The files are
 * never written anew; their scores once, by {@code -Dexoscout.golden.write=true}, when a
 * file is added.
 */
class GoldenModelTests {

	private static final int VECTORS = 64;

	/** Logarithms may differ in their last digit from machine to machine. */
	private static final double LAST_DIGIT = 1e-14;

	@ParameterizedTest
	@ValueSource(strings = { "version-1", "version-2", "version-3", "version-3-classes" })
	void scoresAsItDid(String name) throws IOException {
		TrainedModel model = ModelFile.read(bytes(name + ".model"));
		List<double[]> scores = scores(model);
		if (Boolean.getBoolean("exoscout.golden.write")) {
			Files.writeString(Path.of("src/test/resources/io/exoscout/model", name + ".scores"), text(scores));
			return;
		}
		List<String> written = new String(bytes(name + ".scores"), StandardCharsets.US_ASCII).lines().toList();
		assertThat(written).hasSize(VECTORS);
		for (int i = 0; i < VECTORS; i++) {
			double[] then = Arrays.stream(written.get(i).split(" ")).mapToDouble(Double::parseDouble).toArray();
			assertThat(scores.get(i)).as("row %d", i).containsExactly(then, within(LAST_DIGIT));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "version-1", "version-2", "version-3", "version-3-classes" })
	void scoresTheSameOnceItIsWrittenByTheVersionOfToday(String name) throws IOException {
		TrainedModel model = ModelFile.read(bytes(name + ".model"));
		TrainedModel rewritten = ModelFile.read(ModelFile.write(model));
		List<double[]> scores = scores(model);
		List<double[]> again = scores(rewritten);
		for (int i = 0; i < VECTORS; i++) {
			assertThat(again.get(i)).containsExactly(scores.get(i));
		}
	}

	/** Of vectors with every kind of value. */
	private static List<double[]> scores(TrainedModel model) {
		Random random = new Random(7);
		return IntStream.range(0, VECTORS).mapToObj((i) -> {
			float[] vector = new float[model.forests().features()];
			for (int f = 0; f < vector.length; f++) {
				vector[f] = switch (random.nextInt(8)) {
					case 0 -> Float.NaN;
					case 1 -> random.nextBoolean() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
					case 2 -> random.nextInt(6); // where trees split
					default -> 6 * random.nextFloat() - 0.5f;
				};
			}
			double[] probabilities = new double[model.forests().classes()];
			model.predict(vector, probabilities);
			return probabilities;
		}).toList();
	}

	private static String text(List<double[]> scores) {
		return scores.stream()
			.map((row) -> Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(" ")))
			.flatMap((line) -> Stream.of(line, "\n"))
			.collect(Collectors.joining());
	}

	private static byte[] bytes(String name) throws IOException {
		try (InputStream in = GoldenModelTests.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
	}

}
