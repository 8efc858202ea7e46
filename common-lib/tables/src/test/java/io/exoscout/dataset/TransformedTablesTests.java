package io.exoscout.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

import io.exoscout.archive.Target;
import io.exoscout.csv.Numbers;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** The archive's tables after somebody changed their values. */
class TransformedTablesTests extends StoredTables {

	@Test
	void durationsInDaysAreRefusedUnlessTheHeaderSaysSo() throws IOException {
		String days = changed("koi_duration", (value) -> value / 24);
		assertProblem(ProblemKind.UNUSABLE, "impossible_values",
				() -> this.datasets.receiveToScore(MadeTables.stream(days), "koi.csv"))
			.contains("koi_duration has a median of 0.16, where 0.4 to 60 h are expected (perhaps it is in \"d\")");
		String named = days.replaceFirst("koi_duration,", "koi_duration [days],");
		try (Upload upload = this.datasets.receiveToScore(MadeTables.stream(named), "koi.csv");
				ObjectReader reader = upload.objects(List.of("koi_duration"))) {
			ObjectRow first = reader.next();
			assertThat(first).isNotNull();
			assertThat(first.values()[0]).isEqualTo(2.9575f);
		}
	}

	@Test
	void depthsInPartsOrPercentAreRefusedForTrainingAndPredictingAlike() {
		for (double factor : List.of(1e-6, 1e-4, 1e-3)) {
			String table = changed("koi_depth", (value) -> value * factor);
			try (Upload upload = this.datasets.receive(MadeTables.stream(table), "koi.csv")) {
				assertThat(upload.predictionProblems()).extracting(ProblemException::code)
					.containsExactly(ErrorCode.IMPOSSIBLE_VALUES);
				assertThat(upload.trainingProblems(Target.PLANET, false)).extracting(ProblemException::code)
					.containsExactly(ErrorCode.IMPOSSIBLE_VALUES);
				assertProblem(ProblemKind.UNUSABLE, "impossible_values",
						() -> upload.requireTrainable(Target.PLANET, false))
					.contains("koi_depth");
			}
		}
	}

	@Test
	void aSingleImpossibleValueIsBlankAndQuoted() throws IOException {
		String table = changed("koi_period", (value) -> (value == 9.48803557f) ? -value : value);
		try (Upload upload = this.datasets.receiveToScore(MadeTables.stream(table), "koi.csv");
				ObjectReader reader = upload.objects(List.of("koi_period", "koi_duration"))) {
			assertThat(upload.cellNotes()).singleElement()
				.asString()
				.contains("koi_period: 1 value(s)", "line 2: \"-9.48");
			ObjectRow first = reader.next();
			assertThat(first).isNotNull();
			assertThat(first.values()).containsExactly(Float.NaN, 2.9575f);
		}
	}

	/** The Kepler table with another value in each filled cell of a column. */
	private static String changed(String column, DoubleUnaryOperator change) {
		List<String> lines = new String(RealTables.bytes(RealTables.KEPLER), StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.startsWith("#"))
			.toList();
		int place = Arrays.asList(lines.get(0).split(",")).indexOf(column);
		return lines.stream().map((line) -> {
			String[] cells = line.split(",", -1);
			float value = Numbers.parse(cells[place]);
			cells[place] = Float.isNaN(value) ? cells[place] : Double.toString(change.applyAsDouble(value));
			return String.join(",", cells);
		}).collect(Collectors.joining("\n", "", "\n"));
	}

}
