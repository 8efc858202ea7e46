package io.exoscout.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.problem.ErrorCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of error codes is all there is, and nothing in it is idle. */
class ErrorListTests {

	private static final Pattern WORD = Pattern.compile("\"([a-z0-9_]+)\"");

	private static final Pattern CONSTANT = Pattern.compile("\\bErrorCode\\.([A-Z0-9_]+)");

	private static final Pattern OF_GATEWAY = Pattern.compile("(?m)^ +(\\d+|default) '.*\"code\":\"([a-z0-9_]+)\"");

	/** What the gateway says after a minute. */
	private static final Set<String> TOO_SLOW_TO_TEST = Set.of("request_timeout", "service_timeout");

	private static final Set<String> CODES = Arrays.stream(ErrorCode.values())
		.map(ErrorCode::id)
		.collect(Collectors.toSet());

	@Test
	void everyCodeIsUsed() {
		assertThat(Stream.concat(main().flatMap(ErrorListTests::constants), gateway().map((entry) -> entry.group(2))))
			.containsAll(CODES);
	}

	@Test
	void noCodeIsWrittenAsText() {
		assertThat(main()).allSatisfy((file) -> assertThat(
				WORD.matcher(file.text()).results().map((word) -> word.group(1)).filter(CODES::contains))
			.as(file.place())
			.isEmpty());
	}

	@Test
	void failureOfAJobIsMadeOfACode() {
		assertThat(main().filter((file) -> file.text().contains("new JobFailure("))).extracting(SourceFile::type)
			.containsExactly("JobFailure");
	}

	@Test
	void gatewaySaysNothingElse() {
		assertThat(gateway()).isNotEmpty().allSatisfy((entry) -> {
			assertThat(CODES).contains(entry.group(2));
			ErrorCode code = ErrorCode.valueOf(entry.group(2).toUpperCase(Locale.ROOT));
			String status = entry.group(1).equals("default") ? "400" : entry.group(1);
			// the service says that it may not be asked, the gateway that it is not the
			// one
			if (code != ErrorCode.HOST_NOT_ALLOWED) {
				assertThat(status).isEqualTo(String.valueOf(code.kind().status()));
			}
		});
	}

	@Test
	void everyCodeIsTested() {
		List<SourceFile> tests = SourceTree.tests();
		Set<String> tested = tests.stream().flatMap(ErrorListTests::constants).collect(Collectors.toSet());
		assertThat(CODES.stream().filter((code) -> !tested.contains(code) && !TOO_SLOW_TO_TEST.contains(code)))
			.allSatisfy((code) -> {
				Pattern text = Pattern.compile("(\"|\\| ).*\\b" + code + "\\b");
				assertThat(tests).anyMatch((test) -> text.matcher(test.text()).find());
			});
	}

	private static Stream<SourceFile> main() {
		return SourceTree.main().stream().filter((file) -> !file.type().equals("ErrorCode"));
	}

	private static Stream<String> constants(SourceFile file) {
		return CONSTANT.matcher(file.text()).results().map((constant) -> constant.group(1).toLowerCase(Locale.ROOT));
	}

	private static Stream<MatchResult> gateway() {
		return OF_GATEWAY.matcher(SourceTree.text(SourceTree.path("gateway/nginx.conf.template"))).results();
	}

}
