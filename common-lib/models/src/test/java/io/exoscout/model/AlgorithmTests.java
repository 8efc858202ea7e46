package io.exoscout.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AlgorithmTests {

	private static List<InputError> errors(Algorithm algorithm, Map<String, ?> given) {
		ProblemException problem = catchThrowableOfType(ProblemException.class, () -> algorithm.check(given));
		assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
		assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_HYPERPARAMETER);
		return problem.errors();
	}

	private static String refusal(Object value) {
		Map<String, Object> given = new HashMap<>();
		given.put("max_depth", value);
		List<InputError> errors = errors(Algorithm.RANDOM_FOREST, given);
		assertThat(errors).hasSize(1);
		return errors.get(0).message();
	}

	@ParameterizedTest
	@EnumSource(Algorithm.class)
	void fillsInEveryDefaultSortedByName(Algorithm algorithm) {
		assertThat(new ArrayList<>(algorithm.check(Map.of()).keySet())).isSorted()
			.hasSameSizeAs(algorithm.hyperparameters())
			.contains("n_estimators");
	}

	@Test
	void keepsWhatIsGiven() {
		assertThat(Algorithm.XGBOOST.check(Map.of("max_depth", 3L, "learning_rate", 1))).containsEntry("max_depth", 3)
			.containsEntry("learning_rate", 1.0);
	}

	@Test
	void equalSettingsAreEqualMaps() {
		assertThat(Algorithm.XGBOOST.check(Map.of("max_depth", 5.0, "gamma", -0.0)))
			.isEqualTo(Algorithm.XGBOOST.check(Map.of()));
	}

	@Test
	void refusesValuesOutOfRangeNamingTheRange() {
		assertThat(refusal(10_000_000))
			.isEqualTo("max_depth of random_forest must be a whole number from 1 to 64, not 10000000.");
	}

	@Test
	void refusesWhatIsNoNumber() {
		assertThat(refusal("8")).endsWith("not '8'.");
		assertThat(refusal(true)).endsWith("not true.");
		assertThat(refusal(null)).endsWith("not null.");
		assertThat(refusal(List.of(1))).endsWith("not [1].");
		assertThat(refusal(Double.NaN)).endsWith("not NaN.");
		assertThat(refusal(Double.POSITIVE_INFINITY)).endsWith("not Infinity.");
		assertThat(refusal(8.5)).endsWith("not 8.5.");
	}

	@Test
	void quotesLongValuesInPart() {
		assertThat(refusal("x".repeat(100_000))).hasSizeLessThan(200);
	}

	@Test
	void namesEveryFault() {
		assertThat(errors(Algorithm.XGBOOST, Map.of("depth", 1, "eta", 2, "gamma", -1))).extracting(InputError::field)
			.containsExactly("hyperparameters.gamma", "hyperparameters.depth", "hyperparameters.eta");
	}

	@Test
	void tellsUnknownNamesWhatThereIs() {
		assertThat(errors(Algorithm.RANDOM_FOREST, Map.of("$where", 1))).extracting(InputError::message)
			.containsExactly(
					"random_forest has no hyper-parameter '$where'; it has max_depth, max_features, min_samples_leaf, n_estimators.");
	}

}
