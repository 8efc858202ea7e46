package io.exoscout.trainer;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.feature.FeatureSet;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.Hyperparameter;

/** The words in which jobs are given to this trainer; a newer version may have more. */
final class UnknownParts {

	private UnknownParts() {
	}

	/** The first word of a job that is not known here. */
	static Optional<String> unknown(Job job) {
		JobParams params = job.params();
		String algorithmId = Objects.requireNonNullElse(params.algorithm(), "");
		String targetId = Objects.requireNonNullElse(params.target(), "");
		String missionId = Objects.requireNonNullElse(params.dataSource(), "");
		Optional<Mission> mission = Mission.of(missionId);
		Optional<Algorithm> algorithm = Algorithm.of(algorithmId);
		Optional<String> featureSet = Optional.ofNullable(job.request().features()).map(FeaturePlan::version);
		return Stream
			.of(missing("mission", mission, missionId), missing("algorithm", algorithm, algorithmId),
					missing("target", Target.of(targetId), targetId),
					missing("engine", Engine.of(params.engineOrOurs()), params.engineOrOurs()),
					algorithm.flatMap(
							(known) -> setting(known, Objects.requireNonNullElse(params.hyperparameters(), Map.of()))),
					mission.flatMap((known) -> featureSet.flatMap((version) -> featureSet(known, version))))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private static Optional<String> missing(String what, Optional<?> known, String id) {
		return known.isPresent() ? Optional.empty() : Optional.of("%s '%s'".formatted(what, id));
	}

	private static Optional<String> setting(Algorithm algorithm, Map<String, Number> given) {
		return given.keySet()
			.stream()
			.filter((name) -> algorithm.hyperparameters().stream().map(Hyperparameter::name).noneMatch(name::equals))
			.map((name) -> "hyper-parameter '%s' of %s".formatted(name, algorithm.id()))
			.findFirst();
	}

	private static Optional<String> featureSet(Mission mission, String version) {
		return FeatureSet.knows(mission, version) ? Optional.empty()
				: Optional.of("feature set '%s'".formatted(version));
	}

}
