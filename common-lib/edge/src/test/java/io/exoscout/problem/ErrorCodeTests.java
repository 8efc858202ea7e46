package io.exoscout.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/errors.md} shows all codes; {@code make tables} writes them anew.
 */
class ErrorCodeTests {

	private static final Path PAGE = Path.of("..", "..", "docs", "errors.md");

	private static final String BEGIN = "<!-- from here on made by make tables -->\n";

	@Test
	void pageShowsEveryCode() throws IOException {
		String page = Files.readString(PAGE);
		int begin = page.indexOf(BEGIN) + BEGIN.length();
		assertThat(begin).isGreaterThan(BEGIN.length());
		if (Boolean.getBoolean("exoscout.tables.write")) {
			Files.writeString(PAGE, page.substring(0, begin) + list());
		}
		else {
			assertThat(page.substring(begin)).as("docs/errors.md is older than the codes; run make tables")
				.isEqualTo(list());
		}
	}

	@Test
	void everyCodeIsAWordWithTwoSentences() {
		assertThat(ErrorCode.values()).allSatisfy((code) -> {
			assertThat(code.id()).matches("[a-z0-9]+(_[a-z0-9]+)*");
			assertThat(code.meaning()).matches("[A-Z`].+\\.");
			assertThat(code.remedy()).matches("[A-Z].+\\.");
		});
	}

	@Test
	void whatIsWrongWithAModelIsNotSaidOfATable() {
		assertThat(List.of(ErrorCode.UNSUPPORTED_ONNX, ErrorCode.MODEL_TOO_LARGE, ErrorCode.UNKNOWN_FEATURE_SET,
				ErrorCode.NO_SUCH_THRESHOLD))
			.allSatisfy((code) -> assertThat(code.kind()).returns(422, ProblemKind::status)
				.returns("Unusable model", ProblemKind::title));
		assertThat(ErrorCode.ONE_CLASS.kind().title()).isEqualTo("Unusable table");
	}

	private static String list() {
		return Arrays.stream(ErrorCode.values())
			.sorted(Comparator.comparing(ErrorCode::kind).thenComparing(ErrorCode::id))
			.map((code) -> "| `%s` | %s | %s | %s |\n".formatted(code.id(), status(code.kind()), code.meaning(),
					code.remedy()))
			.collect(Collectors.joining("", "\n| Code | Status | Means | What to do |\n|---|---|---|---|\n", ""));
	}

	private static String status(ProblemKind kind) {
		return (kind == ProblemKind.FAILED) ? "job" : String.valueOf(kind.status());
	}

}
