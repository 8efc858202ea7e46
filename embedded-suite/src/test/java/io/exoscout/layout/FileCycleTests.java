package io.exoscout.layout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which files can only be understood together. */
class FileCycleTests {

	private static final int CYCLES = 4;

	/**
	 * A set of features with what is chosen of it, the learners with who makes them, and
	 * the store of models with its cards, which are listed from a place of the store on.
	 */
	private static final List<Set<String>> ALLOWED = List.of(
			in("feature", "FeatureChoice", "FeatureLines", "FeatureSet"),
			in("learning", "EnsembleLearner", "GradientBoostingLearner", "Learner", "RandomForestLearner",
					"XgboostLearner"),
			in("model", "ModelCards", "ModelStore"), in("result", "ClassFigures", "ClassificationReport"));

	private static final List<Set<String>> FOUND = FileCycles.ofMain().all();

	@Test
	void fewFilesNeedEachOther() {
		assertThat(FOUND).hasSizeLessThanOrEqualTo(CYCLES);
	}

	@Test
	void theseFilesNeedEachOtherAndNoOthers() {
		assertThat(FOUND).containsExactlyInAnyOrderElementsOf(ALLOWED);
	}

	@Test
	void forestBytesAndModelFileDoNotNeedEachOther() {
		assertThat(FOUND).noneSatisfy((cycle) -> assertThat(cycle).containsAnyOf("io.exoscout.forest.Forest",
				"io.exoscout.forest.ForestBytes", "io.exoscout.model.ModelFile"));
	}

	@Test
	void findsFilesThatNeedEachOtherByWayOfAThird() {
		FileCycles cycles = new FileCycles(Map.of("A", Set.of("B"), "B", Set.of("C"), "C", Set.of("A", "D"), "D",
				Set.of("E"), "E", Set.of("D"), "F", Set.of("A")));
		assertThat(cycles.all()).containsExactly(Set.of("A", "B", "C"), Set.of("D", "E"));
	}

	private static Set<String> in(String packageName, String... types) {
		return Stream.of(types)
			.map((type) -> MainClasses.BASE + packageName + "." + type)
			.collect(Collectors.toUnmodifiableSet());
	}

}
