package io.exoscout.feature;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeatureSetTests {

	private static final Set<ColumnRole> SOURCES = Set.of(ColumnRole.FEATURE, ColumnRole.UNCERTAINTY, ColumnRole.EPOCH,
			ColumnRole.POSITION);

	private static final FeatureSet KEPLER = FeatureSet.current(Mission.KEPLER);

	@ParameterizedTest
	@EnumSource
	void comesFromDeclaredColumnsThatAreNoLeaks(Mission mission) {
		FeatureSet.current(mission)
			.features()
			.forEach((feature) -> assertThat(feature.sources()).as(feature.name())
				.allMatch((source) -> SOURCES.contains(ArchiveColumns.role(mission, source))));
	}

	@ParameterizedTest
	@EnumSource
	void hasNoFeatureNamedLikeAColumn(Mission mission) {
		FeatureSet.current(mission)
			.features()
			.forEach((feature) -> assertThat(ArchiveColumns.role(mission, feature.name()))
				.isEqualTo(ColumnRole.UNKNOWN));
	}

	@ParameterizedTest
	@EnumSource
	void saysWhatEveryFeatureMeansAndHowItIsComputed(Mission mission) {
		assertThat(FeatureSet.current(mission).features())
			.allSatisfy((feature) -> assertThat(feature.formula()).isNotBlank())
			.allSatisfy((feature) -> assertThat(feature.meaning()).isNotBlank());
	}

	@ParameterizedTest
	@EnumSource
	void tagsEveryColumnAndEveryComputedFeature(Mission mission) {
		assertThat(inputs(mission)).allSatisfy((input) -> assertThat(input.tags()).as(input.name()).isNotEmpty());
	}

	@ParameterizedTest
	@EnumSource
	void saysWhyWhatIsLeftOutByDefaultIs(Mission mission) {
		assertThat(inputs(mission)).filteredOn((input) -> input.tags().contains(FeatureTag.POSSIBLE_FOLLOW_UP))
			.allSatisfy((input) -> assertThat(input.doubt()).as(input.name()).isNotBlank());
	}

	@ParameterizedTest
	@EnumSource
	void leavesNoCoreColumnOutByDefault(Mission mission) {
		FeatureSet set = FeatureSet.current(mission);
		assertThat(ArchiveColumns.core(mission))
			.noneMatch((column) -> set.input(column).tags().contains(FeatureTag.POSSIBLE_FOLLOW_UP));
	}

	@ParameterizedTest
	@EnumSource
	void speaksOfFeaturesOfOlderSets(Mission mission) {
		FeatureSet old = FeatureSet.of(mission, mission.id() + "-2");
		assertThat(old.features()).isNotEmpty()
			.allSatisfy((feature) -> assertThat(old.input(feature.name()).tags()).as(feature.name()).isNotEmpty())
			.allSatisfy((feature) -> assertThat(old.input(feature.name()).formula()).isEqualTo(feature.formula()));
	}

	@ParameterizedTest
	@EnumSource
	void canComputeEveryFeature(Mission mission) {
		FeatureSet set = FeatureSet.current(mission);
		List<String> names = set.features().stream().map(Feature::name).toList();
		assertThat(new FeatureVectors(set, names).columns()).isNotEmpty();
	}

	/**
	 * A set that models were trained by never changes: what has to change is a new set.
	 */
	@ParameterizedTest
	@CsvSource({ "kepler-2,9cc78637dc95e760", "tess-2,1d97e15ee6789316", "k2-2,590c2982925cef21",
			"kepler-3,a6bb0b34f16d2625", "kepler-4,bbff8420b62a7377", "tess-3,3d2dcab5b334143b",
			"k2-3,520fb05c5a3e9874" })
	void doesNotChangeOnceItIsOut(String version, String digest) throws IOException {
		try (InputStream file = FeatureSet.class.getResourceAsStream(version + ".csv")) {
			assertThat(Digests.sha256(file.readAllBytes())).startsWith(digest);
		}
	}

	/** What a robot decided by is in doubt, and its verdicts are nowhere. */
	@Test
	void diagnosticsAreAllOfTheUsualSetAndMoreAndSayWhoDecidedByThem() {
		FeatureSet wide = FeatureSet.of(Mission.KEPLER, "kepler-4");
		List<Feature> more = wide.features().stream().filter((feature) -> !KEPLER.computes(feature.name())).toList();
		assertThat(wide.features()).hasSize(KEPLER.features().size() + more.size());
		assertThat(more).hasSizeGreaterThan(5)
			.allSatisfy((feature) -> assertThat(feature.sources()).as(feature.name())
				.allMatch((source) -> SOURCES.contains(ArchiveColumns.role(Mission.KEPLER, source))))
			.allSatisfy((feature) -> assertThat(feature.meaning()).isNotBlank())
			.allSatisfy((feature) -> assertThat(feature.tags()).isNotEmpty())
			.allSatisfy((feature) -> assertThat(ArchiveColumns.role(Mission.KEPLER, feature.name()))
				.isEqualTo(ColumnRole.UNKNOWN));
		assertThat(more).filteredOn((feature) -> feature.doubt().contains("robot")).hasSizeGreaterThan(5);
		assertThat(wide.input("koi_bin_oedp_sig").doubt()).contains("robot");
		assertThat(KEPLER.input("koi_bin_oedp_sig").doubt()).isEmpty();
		assertThat(new FeatureVectors(wide, more.stream().map(Feature::name).toList()).columns()).isNotEmpty();
	}

	@Test
	void offersTheCurrentSetFirst() {
		for (Mission mission : Mission.values()) {
			assertThat(FeatureSet.offered(mission).get(0)).isEqualTo(FeatureSet.current(mission).version());
			assertThat(FeatureSet.offered(mission)).allMatch((version) -> FeatureSet.knows(mission, version));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "koi_score", "koi_pdisposition", "koi_fpflag_nt", "koi_fpflag_ss", "koi_fpflag_co",
			"koi_fpflag_ec", "koi_comment" })
	void whatTheRobotConcludedIsALeak(String column) {
		assertThat(ArchiveColumns.role(Mission.KEPLER, column)).isEqualTo(ColumnRole.LEAK);
	}

	@Test
	void findsTheColumnsBehindAFormula() {
		assertThat(sources("radius_ratio_agreement")).containsExactly("koi_depth", "koi_prad", "koi_srad");
		assertThat(sources("same_period_1e5")).containsExactly("koi_period");
		assertThat(sources("objects_on_star")).isEmpty();
	}

	@Test
	void leavesOutWhatALackingColumnIsNeededForAndSaysSo() {
		FeaturePlan plan = KEPLER.choose(report(List.of("koi_period", "koi_duration")), List.of()).plan();
		assertThat(plan.computed()).contains("duty_cycle", "objects_on_star").doesNotContain("a_over_r");
		assertThat(plan.leftOut())
			.contains(new FeaturePlan.LeftOut("a_over_r", "not used or not there: koi_slogg, koi_srad"));
	}

	@Test
	void leavesOutWhatComesFromAnExcludedColumn() {
		FeaturePlan plan = KEPLER.choose(report(List.of("koi_period", "koi_duration")), List.of("koi_duration")).plan();
		assertThat(plan.computed()).doesNotContain("duty_cycle");
		assertThat(plan.leftOut())
			.contains(new FeaturePlan.LeftOut("duty_cycle", "left out on request, with koi_duration"));
	}

	@Test
	void leavesOutWhatLooksAroundWithTheNamesItNeeds() {
		FeaturePlan plan = KEPLER.choose(report(List.of("koi_period", "koi_duration")), List.of("kepid")).plan();
		assertThat(plan.computed()).contains("duty_cycle").doesNotContain("objects_on_star", "same_period_1e5");
	}

	@Test
	void isEmptyOnlyWhereNothingComputedIsLeftEither() {
		TableReport report = report(List.of("koi_period", "koi_srad"));
		assertThat(KEPLER.choose(report, List.of("transit", "star")).isEmpty()).isFalse();
		assertThat(KEPLER.choose(report, List.of("transit", "star", "company")).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void whatIsMadeOfTheStarSaysSo(Mission mission) {
		FeatureSet set = FeatureSet.current(mission);
		Set<String> ofTheStar = Set.of("koi_srad", "koi_slogg", "koi_steff", "st_rad", "st_logg", "st_teff", "st_dist");
		assertThat(set.features()).filteredOn((feature) -> feature.sources().stream().anyMatch(ofTheStar::contains))
			.isNotEmpty()
			.allSatisfy((feature) -> assertThat(feature.tags()).as(feature.name()).contains(FeatureTag.STAR));
	}

	@ParameterizedTest
	@EnumSource
	void everyFeatureHasATag(Mission mission) {
		FeatureSet set = FeatureSet.current(mission);
		assertThat(set.features()).allSatisfy((feature) -> assertThat(feature.tags()).as(feature.name()).isNotEmpty());
	}

	@Test
	void earlierSetsAreDescribedByTheTagsOfToday() {
		FeatureSet earlier = FeatureSet.of(Mission.KEPLER, "kepler-2");
		Feature feature = earlier.features()
			.stream()
			.filter((each) -> each.name().equals("temperature_relative_error"))
			.findFirst()
			.orElseThrow();
		assertThat(earlier.tagged(feature).tags()).contains(FeatureTag.POSSIBLE_FOLLOW_UP);
		assertThat(earlier.tagged(feature).formula()).isEqualTo(feature.formula());
	}

	@Test
	void leavesOutAnExcludedFeature() {
		FeaturePlan plan = KEPLER.choose(report(List.of("koi_period", "koi_duration")), List.of("duty_cycle")).plan();
		assertThat(plan.computed()).doesNotContain("duty_cycle");
		assertThat(plan.leftOut()).contains(new FeaturePlan.LeftOut("duty_cycle", "left out on request"));
	}

	@Test
	void leavesOutATagAndSaysSo() {
		FeaturePlan plan = KEPLER.choose(report(List.of("koi_period", "koi_duration")), List.of("company")).plan();
		assertThat(plan.computed()).contains("duty_cycle").doesNotContain("objects_on_star", "same_period_1e5");
		assertThat(plan.leftOut()).filteredOn((left) -> left.feature().equals("objects_on_star"))
			.singleElement()
			.satisfies((left) -> assertThat(left.reason()).startsWith("left out: tag company; "));
	}

	@Test
	void showsWhatIsLearntFromByTag() {
		FeaturePlan plan = KEPLER.choose(report(List.of("koi_period", "koi_duration")), List.of("company")).plan();
		assertThat(plan.tags())
			.containsEntry("transit", List.of("koi_period", "koi_duration", "duty_cycle", "transit_density"))
			.doesNotContainKey("company");
	}

	@Test
	void leavesAColumnOfATagOutAsAFeatureOnly() {
		TableReport report = report(List.of("koi_period", "koi_srad"));
		assertThat(KEPLER.choose(report, List.of("transit")).columnsLeftOut()).containsOnlyKeys("koi_period");
		assertThat(KEPLER.choose(report, List.of("transit")).plan().computed()).contains("same_period_1e5");
	}

	@Test
	void leavesOutWhoGotASpectrumUnlessToldOtherwise() {
		List<IgnoredColumn> ignored = Stream.of("koi_steff_err1", "koi_steff_err2")
			.map((name) -> new IgnoredColumn(name, ArchiveColumns.role(Mission.KEPLER, name).reason(), ""))
			.toList();
		TableReport report = report(List.of("koi_steff"), ignored);
		assertThat(KEPLER.choose(report, Exclusions.DEFAULT).plan().computed())
			.doesNotContain("temperature_relative_error");
		assertThat(KEPLER.choose(report, List.of()).plan().computed()).contains("temperature_relative_error");
	}

	@Test
	void looksAtUncertaintiesAndEpochsThatAreThere() {
		List<IgnoredColumn> ignored = Stream.of("koi_depth_err1", "koi_time0bk")
			.map((name) -> new IgnoredColumn(name, ArchiveColumns.role(Mission.KEPLER, name).reason(), ""))
			.toList();
		FeaturePlan plan = KEPLER.choose(report(List.of("koi_depth", "koi_period", "koi_duration"), ignored), List.of())
			.plan();
		assertThat(plan.computed()).contains("depth_significance", "ephemeris_match");
	}

	@Test
	void doesNotLookAtAnUncertaintyThatIsNoNumber() {
		List<IgnoredColumn> ignored = List.of(new IgnoredColumn("koi_depth_err1", TableReport.NOT_NUMERIC, ""));
		assertThat(KEPLER.choose(report(List.of("koi_depth"), ignored), List.of()).plan().computed())
			.doesNotContain("depth_significance");
	}

	@Test
	void theFirstSetComputesNothing() {
		assertThat(FeatureSet.of(Mission.KEPLER, "kepler-1").features()).isEmpty();
	}

	@Test
	void refusesASetOfALaterTime() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FeatureSet.of(Mission.KEPLER, "kepler-99"))
			.withMessageContaining("kepler-99")
			.returns(ErrorCode.UNKNOWN_FEATURE_SET, ProblemException::code);
	}

	private static List<FeatureInput> inputs(Mission mission) {
		FeatureSet set = FeatureSet.current(mission);
		return Stream.concat(ArchiveColumns.features(mission).stream(), set.features().stream().map(Feature::name))
			.map(set::input)
			.toList();
	}

	private static List<String> sources(String name) {
		return KEPLER.features()
			.stream()
			.collect(Collectors.toMap(Feature::name, Feature::sources))
			.getOrDefault(name, List.of("no such feature"));
	}

	private static TableReport report(List<String> used) {
		return report(used, List.of());
	}

	private static TableReport report(List<String> used, List<IgnoredColumn> ignored) {
		return new TableReport(Mission.KEPLER, "", 1, 1, used.size(), used, ignored, Map.of(), List.of(), null);
	}

	@ParameterizedTest
	@EnumSource(Mission.class)
	void noFormulaTakesARelation(Mission mission) {
		FeatureSet set = FeatureSet.current(mission);
		// relations of whole tables are kept in fewer bits than formulas are computed in
		List<FeatureSet.Line> lines = set.needed(set.features().stream().map(Feature::name).toList());
		Set<String> relations = lines.stream()
			.filter((line) -> line.kind() == FeatureSet.Kind.RELATION)
			.map((line) -> line.feature().name())
			.collect(Collectors.toSet());
		assertThat(relations).isNotEmpty();
		assertThat(lines).filteredOn((line) -> line.kind() != FeatureSet.Kind.RELATION)
			.allSatisfy((line) -> assertThat(Formula.names(line.feature().formula()))
				.doesNotContainAnyElementsOf(relations));
	}

}
