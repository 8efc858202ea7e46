package io.exoscout.predictor.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.exoscout.predictor.PredictorStage;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.web.BodyRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.converter.HttpMessageNotReadableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is taken for a request, and what is not. */
class InferenceRequestTests {

	private static final InferenceReader READER = new InferenceReader(PredictorStage.JSON);

	private static InferenceRequest read(String json, byte... binary) {
		byte[] text = json.getBytes(StandardCharsets.UTF_8);
		byte[] body = Arrays.copyOf(text, text.length + binary.length);
		System.arraycopy(binary, 0, body, text.length, binary.length);
		return READER.read(InferenceBody.of(body, null, String.valueOf(text.length), BodyRoom.endless()), "mine", null);
	}

	/** One column of numbers, as shape and data are given. */
	private static String column(String shape, String data) {
		return tensor("koi_period", shape, "FP32", "\"data\": " + data);
	}

	private static String tensor(String name, String shape, String datatype, String rest) {
		return "{\"name\": \"%s\", \"shape\": %s, \"datatype\": \"%s\", %s}".formatted(name, shape, datatype, rest);
	}

	private static String behind(String name, String shape, String datatype, long size) {
		return tensor(name, shape, datatype, "\"parameters\": {\"binary_data_size\": %d}".formatted(size));
	}

	private static String inputs(String... tensors) {
		return "{\"inputs\": [%s]}".formatted(String.join(", ", tensors));
	}

	private static void refused(ErrorCode code, String named, String json, byte... binary) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(json, binary))
			.withMessageContaining(named)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code))
			.satisfies((problem) -> assertThat(problem.errors()).hasSize(1));
	}

	@Test
	void isRowsOfItsColumns() {
		InferenceRequest request = read(
				inputs(column("[2, 1]", "[1.5, NaN]"), tensor("kepoi_name", "[2]", "BYTES", "\"data\": [\"a\", \"b\"]"),
						behind("koi_depth", "[2,1]", "INT16", 4)),
				new byte[] { 1, 0, -1, -1 });
		assertThat(request.rows()).containsExactly(Map.of("koi_period", "1.5", "kepoi_name", "a", "koi_depth", "1"),
				Map.of("koi_period", "", "kepoi_name", "b", "koi_depth", "-1"));
		assertThat(request.rows().get(0).keySet()).containsExactly("koi_period", "kepoi_name", "koi_depth");
		assertThat(request.rows().get(0).get("koi_teq")).isNull();
	}

	@Test
	void takesDataFlatOrEachInAListOfItsOwn() {
		assertThat(read(inputs(column("[2, 1]", "[[1], [2]]"))).rows())
			.isEqualTo(read(inputs(column("[2]", "[1, 2]"))).rows());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "[2, 1]|[1]", "[1, 1]|[1, 2]", "[0, 1]|[1]", "[1]|[]", "[-1, 1]|[1]", "[1, 2]|[1, 2]",
					"[2, 2]|[[1, 2], [3, 4]]", "[1, 1, 1]|[1]", "[]|[1]", "[null]|[1]", "null|[1]", "[2, 1]|[[1, 2]]",
					"[2, 1]|[[1], 2]", "[2, 1]|[1, [2]]", "[2, 1]|[[1], []]", "[1, 1]|[[[1]]]", "[1, 1]|1", "[1, 1]|{}",
					"[9223372036854775807, 1]|[1]", "[1, 9223372036854775807]|[1]" })
	void refusesAShapeThatIsNotThatOfTheData(String shape, String data) {
		refused(ErrorCode.INVALID_TENSOR, "koi_period", inputs(column(shape, data)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[1.5, 1]", "[\"1\", 1]", "[9223372036854775808, 1]", "1", "[true]" })
	void refusesAShapeThatIsNone(String shape) {
		assertThatExceptionOfType(HttpMessageNotReadableException.class)
			.isThrownBy(() -> read(inputs(column(shape, "[1]"))));
	}

	@ParameterizedTest
	@CsvSource({ "4, 3", "4, 5", "8, 8", "0, 0", "3, 3", "4294967296, 4", "-1, 4", "9223372036854775807, 4",
			"-9223372036854775808, 4" })
	void refusesBinaryDataOfAnotherSize(long size, int sent) {
		refused(ErrorCode.INVALID_TENSOR, (size == 4 && sent == 5) ? "1 bytes" : "koi_period",
				inputs(behind("koi_period", "[1, 1]", "FP32", size)), new byte[sent]);
	}

	@Test
	void refusesBinaryDataThatNobodyAsksFor() {
		refused(ErrorCode.INVALID_TENSOR, "4 bytes behind the JSON", inputs(column("[1]", "[1]")), new byte[4]);
	}

	@Test
	void refusesASizeThatIsNone() {
		for (String size : List.of("\"4\"", "4.0", "1e2", "true", "18446744073709551616")) {
			refused(ErrorCode.INVALID_PARAMETER, "binary_data_size", inputs(
					tensor("koi_period", "[1]", "FP32", "\"parameters\": {\"binary_data_size\": %s}".formatted(size))),
					new byte[4]);
		}
	}

	@Test
	void refusesDataInBothPlacesOrInNone() {
		refused(ErrorCode.INVALID_TENSOR, "either",
				inputs(tensor("koi_period", "[1]", "FP32", "\"data\": [1], \"parameters\": {\"binary_data_size\": 4}")),
				new byte[4]);
		refused(ErrorCode.INVALID_TENSOR, "either", inputs(tensor("koi_period", "[1]", "FP32", "\"data\": null")));
	}

	@Test
	void doesNotBelieveATextThatSaysHowLongItIs() {
		for (int length : new int[] { -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 5, 1 << 30 }) {
			byte[] text = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
			refused(ErrorCode.INVALID_TENSOR, Long.toString(Integer.toUnsignedLong(length)),
					inputs(behind("kepoi_name", "[1, 1]", "BYTES", 8)), text);
		}
		refused(ErrorCode.INVALID_TENSOR, "ends within text 1", inputs(behind("kepoi_name", "[1]", "BYTES", 3)),
				new byte[3]);
		refused(ErrorCode.INVALID_TENSOR, "ends within text 2", inputs(behind("kepoi_name", "[2]", "BYTES", 6)),
				new byte[6]);
	}

	@Test
	void doesNotBelieveHowManyTextsThereAre() {
		for (long claimed : new long[] { 1L << 32, Long.MAX_VALUE, 3, 1 }) {
			refused(ErrorCode.INVALID_TENSOR, "but data of 2",
					inputs(behind("kepoi_name", "[" + claimed + ", 1]", "BYTES", 8)), new byte[8]);
		}
	}

	@Test
	void refusesTextsThatAreNoUtf8() {
		refused(ErrorCode.INVALID_TENSOR, "row 1", inputs(behind("kepoi_name", "[1]", "BYTES", 5)),
				new byte[] { 1, 0, 0, 0, -1 });
	}

	@Test
	void refusesColumnsOfUnequalLengths() {
		refused(ErrorCode.INVALID_TENSOR, "'koi_depth' has 1 rows, but 'koi_period' has 2",
				inputs(column("[2, 1]", "[1, 2]"), tensor("koi_depth", "[1, 1]", "FP32", "\"data\": [1]")));
	}

	@Test
	void refusesAColumnThatIsThereTwice() {
		refused(ErrorCode.DUPLICATE_COLUMN, "koi_period", inputs(column("[1]", "[1]"), column("[1]", "[2]")));
	}

	@Test
	void refusesARequestWithoutRows() {
		for (String none : List.of("{}", "{\"inputs\": []}", "{\"inputs\": null}", inputs(column("[0, 1]", "[]")))) {
			refused(ErrorCode.MISSING_ROWS, "inputs", none);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "FLOAT", "fp32", "FP128", "" })
	void refusesDatatypesThatThereAreNot(String datatype) {
		refused(ErrorCode.INVALID_TENSOR, "FP32", inputs(tensor("koi_period", "[1]", datatype, "\"data\": [1]")));
	}

	@Test
	void refusesAnElementThatIsNoneByItsRow() {
		refused(ErrorCode.INVALID_TENSOR, "row 2", inputs(column("[2]", "[1, \"long\"]")));
	}

	@Test
	void refusesInputsAndOutputsWithoutAName() {
		refused(ErrorCode.INVALID_TENSOR, "name", inputs("null"));
		refused(ErrorCode.INVALID_TENSOR, "name", inputs("{\"shape\": [1], \"datatype\": \"FP32\", \"data\": [1]}"));
		refused(ErrorCode.INVALID_TENSOR, "name",
				"{\"inputs\": [%s], \"outputs\": [{}]}".formatted(column("[1]", "[1]")));
	}

	@Test
	void refusesParametersThatMeanNothingHere() {
		String input = column("[1]", "[1]");
		refused(ErrorCode.UNKNOWN_PARAMETER, "explian",
				"{\"inputs\": [%s], \"parameters\": {\"explian\": 3}}".formatted(input));
		refused(ErrorCode.UNKNOWN_PARAMETER, "classification",
				"{\"inputs\": [%s], \"outputs\": [{\"name\": \"class\", \"parameters\": {\"classification\": 3}}]}"
					.formatted(input));
		refused(ErrorCode.UNKNOWN_PARAMETER, "shared_memory_region", inputs(tensor("koi_period", "[1]", "FP32",
				"\"data\": [1], \"parameters\": {\"shared_memory_region\": \"a\"}")));
		refused(ErrorCode.INVALID_PARAMETER, "base64", inputs(
				tensor("koi_period", "[1]", "FP32", "\"data\": [1], \"parameters\": {\"content_type\": \"base64\"}")));
		refused(ErrorCode.INVALID_PARAMETER, "explain",
				"{\"inputs\": [%s], \"parameters\": {\"explain\": \"3\"}}".formatted(input));
		refused(ErrorCode.INVALID_PARAMETER, "binary_data_output",
				"{\"inputs\": [%s], \"parameters\": {\"binary_data_output\": 1}}".formatted(input));
	}

	@Test
	void refusesAnOutputThatIsAskedForTwice() {
		refused(ErrorCode.REPEATED_PARAMETER, "class",
				"{\"inputs\": [%s], \"outputs\": [{\"name\": \"class\"}, {\"name\": \"class\"}]}"
					.formatted(column("[1]", "[1]")));
	}

	@Test
	void refusesAnotherModelThanTheAddressNames() {
		refused(ErrorCode.INVALID_FIELD, "other",
				"{\"model_name\": \"other\", \"inputs\": [%s]}".formatted(column("[1]", "[1]")));
		refused(ErrorCode.INVALID_FIELD, "no version",
				"{\"model_version\": \"2\", \"inputs\": [%s]}".formatted(column("[1]", "[1]")));
		assertThat(read(
				"{\"model_name\": \"mine\", \"model_version\": \"\", \"inputs\": [%s]}".formatted(column("[1]", "[1]")))
			.rows()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"inputs\": 1}", "{\"input\": []}", "{\"inputs\": [}", "{} {}",
			"{\"inputs\": [], \"inputs\": []}", "nothing" })
	void refusesWhatIsNoRequest(String json) {
		assertThatExceptionOfType(HttpMessageNotReadableException.class).isThrownBy(() -> read(json));
	}

	/** Whatever bytes arrive: an answer or a refusal, and never another failure. */
	@Test
	void answersOrRefusesAnyMutation() {
		byte[] body = ClientBodies.bytes("triton-python-binary.bin");
		Random random = new Random(5);
		int read = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] mutated = body.clone();
			for (int j = random.nextInt(3); j >= 0; j--) {
				mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
			}
			try {
				InferenceRequest request = READER.read(InferenceBody.of(mutated, null, "683", BodyRoom.endless()),
						"mine", null);
				request.rows().forEach((row) -> assertThat(row.values()).doesNotContainNull());
				read++;
			}
			catch (ProblemException | HttpMessageNotReadableException expected) {
				assertThat(expected).hasMessageNotContaining("io.exoscout");
			}
		}
		assertThat(read).isBetween(500, 19_500);
	}

}
