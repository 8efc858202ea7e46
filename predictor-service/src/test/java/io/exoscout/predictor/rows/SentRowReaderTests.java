package io.exoscout.predictor.rows;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.exoscout.body.TableLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SentRowReaderTests {

	private static final String ODD = """
			[{"koi_period": 9.5, "kepoi_name": "K1.01", "n": null}, {}, {"n": 12345678901234567890, "koi_period": 1},
			 {"own": [1, {"a": []}], "flag": true, "small": 1e-300, "id": 3000000000}]""";

	@Test
	void readsWhatListsAndMapsWouldHold() {
		List<Map<String, Object>> maps = new JsonMapper().readValue(ODD, new TypeReference<>() {
		});
		assertThat(read(ODD, TableLimits.DEFAULTS)).isEqualTo(maps);
	}

	@Test
	void writesWhatListsAndMapsWouldWrite() {
		JsonMapper plain = new JsonMapper();
		String maps = plain.writeValueAsString(plain.readValue(ODD, Object.class));
		assertThat(plain.writeValueAsString(read(ODD, TableLimits.DEFAULTS))).isEqualTo(maps);
	}

	@Test
	void readsNoMoreRowsThanThereMayBe() {
		assertThatRefused(ErrorCode.TOO_MANY_OBJECTS, () -> readEndless("[{\"a\":1}", ",{\"a\":1}"));
	}

	@Test
	void readsNoMoreNamesThanThereMayBe() {
		assertThatRefused(ErrorCode.TOO_MANY_COLUMNS, () -> read("[{\"a\":1,\"b\":1,\"c\":1,\"d\":1}]", limits(10, 3)));
	}

	@Test
	void refusesANameThatDoesNotEnd() {
		assertThatRefused(ErrorCode.COLUMN_NAME_TOO_LONG,
				() -> read("[{\"" + "a".repeat(201) + "\":1}]", TableLimits.DEFAULTS));
	}

	@Test
	void refusesARowThatIsNull() {
		assertThatThrownBy(() -> read("[{},null]", TableLimits.DEFAULTS)).hasStackTraceContaining("Row 2 is null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{}, 1]", "[{}, []]", "[{}, \"a\"]" })
	void namesTheRowThatIsNoObject(String rows) {
		assertThatExceptionOfType(MismatchedInputException.class).isThrownBy(() -> read(rows, TableLimits.DEFAULTS))
			.satisfies((refused) -> assertThat(refused.getPath().get(0).getIndex()).isEqualTo(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "1", "\"a\"" })
	void refusesWhatIsNoList(String rows) {
		assertThatExceptionOfType(MismatchedInputException.class).isThrownBy(() -> read(rows, TableLimits.DEFAULTS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "[{", "[{}", "[{\"a\":1", "[{\"a\":1}," })
	void refusesWhatBreaksOff(String rows) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(rows, TableLimits.DEFAULTS));
	}

	private static SentRowList read(String rows, TableLimits limits) {
		return mapper(limits).readValue(rows.getBytes(StandardCharsets.UTF_8), SentRowList.class);
	}

	/** Whoever wants to see the end of this never comes back. */
	private static SentRowList readEndless(String beginning, String next) {
		return mapper(limits(1000, 10)).readValue(new InputStream() {

			private int at;

			@Override
			public int read() {
				int place = this.at++;
				return (place < beginning.length()) ? beginning.charAt(place)
						: next.charAt((place - beginning.length()) % next.length());
			}

		}, SentRowList.class);
	}

	private static JsonMapper mapper(TableLimits limits) {
		return JsonMapper.builder().addModule(SentRowReader.module(limits)).build();
	}

	private static void assertThatRefused(ErrorCode code, ThrowingCallable reading) {
		assertThatThrownBy(reading).satisfies((thrown) -> {
			Throwable cause = thrown;
			while (!(cause instanceof ProblemException) && cause.getCause() != null) {
				cause = cause.getCause();
			}
			assertThat(cause).isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.code()).isEqualTo(code));
		});
	}

	private static TableLimits limits(int rows, int columns) {
		return new TableLimits(DataSize.ofMegabytes(1), columns, 1000, 1000, rows, 1_000_000);
	}

}
