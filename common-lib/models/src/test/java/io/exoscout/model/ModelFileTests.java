package io.exoscout.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class ModelFileTests {

	private static final ModelManifest MANIFEST = MadeModels.manifest("j".repeat(64), 4);

	private static final ModelManifest CALIBRATED = MadeModels.calibrated(MANIFEST);

	private static byte[] file() {
		return ModelFile.write(MadeModels.model(CALIBRATED, MadeModels.forests(4, 2)));
	}

	private static TrainedModel read(byte[] file) throws IOException {
		return ModelFile.read(new ByteArrayInputStream(file));
	}

	/** Puts the right digest under a forged file. */
	private static byte[] sign(byte[] file) throws Exception {
		MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
		sha256.update(file, 0, file.length - 32);
		System.arraycopy(sha256.digest(), 0, file, file.length - 32, 32);
		return file;
	}

	@ParameterizedTest
	@EnumSource(Link.class)
	void readsWhatItWrote(Link link) throws IOException {
		byte[] file = ModelFile.write(MadeModels.model(MANIFEST, Forests.of(MadeModels.forest(link, 4, 2, 3))));
		TrainedModel model = read(file);
		assertThat(ManifestJson.write(model.manifest())).isEqualTo(ManifestJson.write(MANIFEST));
		assertThat(ModelFile.write(model)).isEqualTo(file);
	}

	@Test
	void readsSeveralForestsAndTheirCalibration() throws IOException {
		TrainedModel model = read(file());
		assertThat(model.forests().members()).hasSize(2);
		assertThat(model.forests().weights()).containsExactly(0.75, 0.25);
		assertThat(model.manifest().calibrator()).isEqualTo(CALIBRATED.calibrator());
		assertThat(ModelFile.write(model)).isEqualTo(file());
	}

	@Test
	void readsTheObjectsOfTheTrainingTable() throws IOException {
		assertThat(read(file()).neighbours().size()).isEqualTo(3);
	}

	@Test
	void writesEqualModelsAsEqualBytes() {
		assertThat(file()).isEqualTo(file());
	}

	@Test
	void refusesEveryTruncation() {
		byte[] file = file();
		for (int length = 0; length < file.length; length += (length < 64) ? 1 : 97) {
			byte[] part = Arrays.copyOf(file, length);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(part))
				.matches((ex) -> ex.code() == ErrorCode.INVALID_MODEL_FILE);
		}
	}

	@Test
	void refusesEveryFlippedBit() {
		byte[] file = file();
		for (int at = 0; at < file.length; at++) {
			file[at] ^= 4;
			assertThatExceptionOfType(ProblemException.class).as("byte %d", at).isThrownBy(() -> read(file));
			file[at] ^= 4;
		}
	}

	/** More of them with {@code -Dexoscout.mutations=1000000}. */
	@Test
	void survivesForgedFilesWithACorrectDigest() throws Exception {
		byte[] original = file();
		int forestAt = 16 + ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
		Random random = new Random(11);
		float[] vector = new float[4];
		double[] probabilities = new double[2];
		int readable = 0;
		int mutations = Integer.getInteger("exoscout.mutations", 5000);
		for (int i = 0; i < mutations; i++) {
			byte[] forged = original.clone();
			int at = (i % 4 == 0) ? 12 + random.nextInt(forestAt - 12)
					: forestAt + random.nextInt(forged.length - 32 - forestAt);
			ByteBuffer.wrap(forged)
				.order(ByteOrder.LITTLE_ENDIAN)
				.putInt(Math.min(at, forged.length - 36), (i % 3 == 0) ? Integer.MAX_VALUE : random.nextInt(64) - 8);
			try {
				// whatever can be read can be used: no endless walk, no index out of
				// bounds
				TrainedModel model = read(sign(forged));
				if (model.forests().features() == 4) {
					model.predict(vector, probabilities);
				}
				readable++;
			}
			catch (ProblemException ex) {
				assertThat(ex.code()).isEqualTo(ErrorCode.INVALID_MODEL_FILE);
			}
		}
		assertThat(readable).isBetween(1, mutations - 1);
	}

	@Test
	void refusesCountsThatWouldFillTheMemory() throws Exception {
		byte[] file = file();
		ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		int forestsAt = 16 + buffer.getInt(12);
		int firstAt = forestsAt + 4 + 8;
		for (int at = forestsAt; at < firstAt + 7 * 4; at += (at == forestsAt) ? 12 : 4) {
			byte[] forged = file.clone();
			ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(at, Integer.MAX_VALUE);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(sign(forged)));
		}
	}

	@Test
	void refusesLaterVersionsByName() throws Exception {
		byte[] file = file();
		file[8] = 5;
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(sign(file)))
			.withMessageContaining("version is 5, known are 1 to 4");
	}

	/**
	 * Right children are written down up to version 3 only; later they follow from the
	 * order.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "version-2.model", "version-3.model" })
	void refusesTreesThatGoRoundInCirclesAndThresholdsThatAreNone(String name) throws Exception {
		byte[] file;
		try (InputStream in = ModelFileTests.class.getResourceAsStream(name)) {
			file = in.readAllBytes();
		}
		ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		int headerAt = 16 + buffer.getInt(12) + 4 + 8;
		int nodes = buffer.getInt(headerAt + 5 * 4);
		int featuresAt = headerAt + 7 * 4 + buffer.getInt(headerAt + 3 * 4) * 8 + buffer.getInt(headerAt + 4 * 4) * 8;
		int split = IntStream.range(1, nodes)
			.filter((node) -> buffer.getInt(featuresAt + node * 4) >= 0)
			.findFirst()
			.orElseThrow();
		for (int child : new int[] { split, 0, split + 1, -1, nodes }) {
			assertDamaged(file, featuresAt + (nodes + split) * 4, child);
		}
		assertDamaged(file, featuresAt + (2 * nodes + split) * 4, Float.floatToRawIntBits(Float.NaN));
	}

	private static void assertDamaged(byte[] file, int at, int number) throws Exception {
		byte[] forged = file.clone();
		ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
		sign(forged);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(forged))
			.returns(ErrorCode.INVALID_MODEL_FILE, ProblemException::code)
			.withMessageContaining("forest is damaged");
	}

	@Test
	void refusesWeightsThatDoNotSumToOne() throws Exception {
		byte[] file = file();
		ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		for (double weight : new double[] { 0.8, -0.75, 0, Double.NaN }) {
			buffer.putDouble(16 + buffer.getInt(12) + 4, weight);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(sign(file)))
				.withMessageContaining("do not fit together");
		}
	}

	@Test
	void refusesAnythingBehindTheForests() throws Exception {
		byte[] file = file();
		byte[] longer = Arrays.copyOf(file, file.length + 4);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(sign(longer)))
			.withMessageContaining("something follows");
	}

	@Test
	void refusesCalibrationForOtherClasses() {
		byte[] file = ModelFile.write(MadeModels.model(CALIBRATED, Forests.of(MadeModels.forest(Link.MEAN, 4, 3, 1))));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(file))
			.withMessageContaining("do not agree");
	}

	@Test
	void refusesManifestOfAnotherShape() {
		byte[] file = ModelFile.write(MadeModels.model(MadeModels.manifest("job", 3), MadeModels.forests(4, 2)));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(file))
			.withMessageContaining("do not agree");
	}

	@ParameterizedTest
	@ValueSource(strings = { "features", "class_names" })
	void refusesANameThatIsNull(String names) throws Exception {
		byte[] file = file();
		int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
		String manifest = new String(file, 16, length, StandardCharsets.UTF_8);
		byte[] forged = manifest.replaceFirst("\"" + names + "\":\\[\"[^\"]*\"", "\"" + names + "\":[null")
			.getBytes(StandardCharsets.UTF_8);
		assertThat(forged.length).isNotEqualTo(length);
		ByteBuffer whole = ByteBuffer.allocate(file.length - length + forged.length).order(ByteOrder.LITTLE_ENDIAN);
		whole.put(file, 0, 12).putInt(forged.length).put(forged).put(file, 16 + length, file.length - 16 - length);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(sign(whole.array())))
			.returns(ErrorCode.INVALID_MODEL_FILE, ProblemException::code);
	}

	@Test
	void keepsReadingTheFirstVersion() throws IOException {
		try (InputStream file = ModelFileTests.class.getResourceAsStream("version-1.model")) {
			TrainedModel model = ModelFile.read(file);
			double[] probabilities = new double[2];
			model.predict(new float[] { 1, Float.NaN, 3, 0.5f }, probabilities);
			assertThat(ManifestJson.write(model.manifest())).isEqualTo(ManifestJson.write(MANIFEST));
			assertThat(probabilities[1]).isCloseTo(0.9745057414413584, within(1e-12));
		}
	}

	@Test
	void keepsReadingTheSecondVersion() throws IOException {
		try (InputStream file = ModelFileTests.class.getResourceAsStream("version-2.model")) {
			TrainedModel model = ModelFile.read(file);
			double[] probabilities = new double[2];
			model.predict(new float[] { 1, Float.NaN, 3, 0.5f }, probabilities);
			assertThat(ManifestJson.write(model.manifest())).isEqualTo(ManifestJson.write(CALIBRATED));
			assertThat(probabilities[1]).isCloseTo(0.7686100962884376, within(1e-12));
		}
	}

	/** A model file written by format version 3 keeps loading, rows and all. */
	@Test
	void readsVersionThreeForGood() throws IOException {
		try (InputStream file = ModelFileTests.class.getResourceAsStream("version-3.model")) {
			TrainedModel model = ModelFile.read(file);
			double[] probabilities = new double[2];
			model.predict(new float[] { 1, Float.NaN, 3, 0.5f }, probabilities);
			assertThat(probabilities[1]).isCloseTo(0.7686100962884376, within(1e-12));
			assertThat(ModelFile.write(model)).isEqualTo(ModelFile.write(withRows()));
		}
	}

	/** Nor do the bytes of the version of today change. */
	@Test
	void writesVersionFourAsItDid() throws IOException {
		try (InputStream file = ModelFileTests.class.getResourceAsStream("version-4.model")) {
			byte[] bytes = file.readAllBytes();
			assertThat(ModelFile.write(read(bytes))).isEqualTo(bytes);
			assertThat(ModelFile.write(withRows())).isEqualTo(bytes);
		}
	}

	@Test
	void keepsTheTrainingRows() throws IOException {
		TrainingRows rows = read(ModelFile.write(withRows())).rows();
		assertThat(rows.size()).isEqualTo(3);
		assertThat(rows.values()[3]).containsExactly(9, Float.NaN, 11);
		assertThat(rows.labels()).containsExactly(0, 1, 1);
		assertThat(rows.stars()).containsExactly(0, 0, 1);
		assertThat(rows.blanks().patterns()).hasSize(1);
	}

	@Test
	void refusesEveryTruncationOfRows() throws Exception {
		byte[] file = ModelFile.write(withRows());
		int rowsAt = ModelFile.write(MadeModels.model(CALIBRATED, MadeModels.forests(4, 2))).length - 32 - 100;
		for (int length = rowsAt; length < file.length - 32; length++) {
			byte[] part = Arrays.copyOf(file, length + 32);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(sign(part)))
				.matches((ex) -> ex.code() == ErrorCode.INVALID_MODEL_FILE);
		}
	}

	private static TrainedModel withRows() {
		TrainedModel model = MadeModels.model(CALIBRATED, MadeModels.forests(4, 2));
		BlankPatterns.BlankTally tally = new BlankPatterns.BlankTally(Mission.KEPLER, MANIFEST.features());
		tally.add(new ObjectRow(1, "K1.01", "1", "", new float[] { 1, 2, Float.NaN, 4 }));
		float[][] values = { { 0, 1, 2 }, { 3, 4, 5 }, { 6, Float.NaN, 8 }, { 9, Float.NaN, 11 } };
		return new TrainedModel(model.manifest(), model.forests(), model.neighbours(),
				new TrainingRows(values, new int[] { 0, 1, 1 }, new int[] { 0, 0, 1 }, tally.patterns()));
	}

}
