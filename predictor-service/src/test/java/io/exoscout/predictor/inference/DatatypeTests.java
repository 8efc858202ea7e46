package io.exoscout.predictor.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DatatypeTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
		.build();

	private static String cell(Datatype type, long bits) {
		ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
		data.putLong(type.width(), bits);
		return type.cell(data, 1);
	}

	@ParameterizedTest
	@CsvSource({ "BOOL, 0, false", "BOOL, 1, true", "UINT8, ff, 255", "UINT16, ffff, 65535",
			"UINT32, ffffffff, 4294967295", "UINT64, ffffffffffffffff, 18446744073709551615", "INT8, 80, -128",
			"INT16, 8000, -32768", "INT32, 80000000, -2147483648", "INT64, 8000000000000000, -9223372036854775808" })
	void readsIntegersToTheirLimits(Datatype type, String bits, String cell) {
		assertThat(cell(type, Long.parseUnsignedLong(bits, 16))).isEqualTo(cell);
	}

	/** By IEEE 754, table 3.5 and the examples of binary16. */
	@ParameterizedTest
	@CsvSource({ "3c00, 1", "c000, -2", "7bff, 65504", "0400, 6.1035156E-5", "0001, 5.9604645E-8", "3555, 0.33325195",
			"8000, -0.0", "0000, 0.0", "7c00, ''", "fc00, ''", "7e00, ''" })
	void readsHalfPrecision(String bits, String cell) {
		assertThat(cell(Datatype.FP16, Long.parseLong(bits, 16))).isEqualTo(cell);
	}

	@Test
	void readsOtherNumbersAsTheShortestTextThatIsThem() {
		assertThat(cell(Datatype.BF16, 0x3f80)).isEqualTo("1");
		assertThat(cell(Datatype.BF16, 0xbf00)).isEqualTo("-0.5");
		assertThat(cell(Datatype.FP32, Float.floatToIntBits(9.488f))).isEqualTo("9.488");
		assertThat(cell(Datatype.FP64, Double.doubleToLongBits(9.488))).isEqualTo("9.488");
		assertThat(cell(Datatype.FP32, Float.floatToIntBits(1e-5f))).isEqualTo("1.0E-5");
	}

	@Test
	void writesNamesThatAreNumbersInFull() {
		assertThat(cell(Datatype.FP64, Double.doubleToLongBits(10797460))).isEqualTo("10797460");
		assertThat(Datatype.FP64.cell(JSON.readTree("10797460.0"))).isEqualTo("10797460");
		assertThat(Datatype.INT64.cell(JSON.readTree("10797460"))).isEqualTo("10797460");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "Infinity", "-Infinity", "\"NaN\"", "\"nan\"", "\"-Infinity\"", "\"Infinity\"",
			"null", "1e999" })
	void takesWhatIsNoNumberForABlankCellHoweverItIsWritten(String json) {
		assertThat(Datatype.FP32.cell(JSON.readTree(json))).isEmpty();
		assertThat(Datatype.FP64.cell(JSON.readTree(json))).isEmpty();
	}

	@Test
	void takesWhatIsNoNumberForABlankCellInBinaryDataToo() {
		for (float none : new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY }) {
			assertThat(cell(Datatype.FP32, Float.floatToRawIntBits(none))).isEmpty();
			assertThat(cell(Datatype.FP64, Double.doubleToRawLongBits(none))).isEmpty();
		}
		assertThat(cell(Datatype.BF16, 0x7fc0)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "UINT8, 256", "UINT8, -1", "INT8, 128", "INT16, -32769", "INT32, 2147483648", "UINT64, -1",
			"UINT64, 18446744073709551616", "INT64, 9223372036854775808", "INT32, 1.5", "INT32, true", "FP32, true",
			"FP32, {}", "FP32, []", "BOOL, 2", "BOOL, NaN", "BYTES, 1", "BYTES, true" })
	void refusesWhatADatatypeCanNotHold(Datatype type, String json) {
		assertThat(type.cell(JSON.readTree(json))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "FP64, long", "INT32, 12", "FP32, ''", "BOOL, true" })
	void refusesTextsAmongNumbers(Datatype type, String text) {
		JsonNode node = JSON.valueToTree(text);
		assertThat(type.cell(node)).isNull();
	}

	@Test
	void takesTextsAsTheyAre() {
		assertThat(Datatype.BYTES.cell(JSON.readTree("\"Kepler-2 ñ\""))).isEqualTo("Kepler-2 ñ");
		assertThat(Datatype.BYTES.cell(JSON.readTree("null"))).isEmpty();
		assertThat(Datatype.BYTES.cell(JSON.readTree("NaN"))).isEmpty();
	}

	@Test
	void knowsNoOtherDatatypes() {
		assertThat(Datatype.named("FP64")).isEqualTo(Datatype.FP64);
		assertThat(Datatype.named("fp64")).isNull();
		assertThat(Datatype.named(null)).isNull();
		assertThat(Datatype.names()).contains("BYTES", "UINT8");
	}

}
