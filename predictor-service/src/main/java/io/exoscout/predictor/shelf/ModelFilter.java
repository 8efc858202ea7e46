package io.exoscout.predictor.shelf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Which models a list shows; {@code null} for all.
 *
 * @param mission only those of this mission
 * @param algorithm only those of this learner
 * @param target only those that tell this apart
 * @param modelName only those with this label
 * @param imported only those from elsewhere, or only those trained here
 */
record ModelFilter(@Nullable Mission mission, @Nullable Algorithm algorithm, @Nullable Target target,
		@Nullable String modelName, @Nullable Boolean imported) implements Predicate<ModelLine> {

	/**
	 * Reads parameters.
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) naming
	 * what would be accepted
	 */
	static ModelFilter of(@Nullable String mission, @Nullable String algorithm, @Nullable String target,
			@Nullable String modelName, @Nullable Boolean imported) {
		List<String> missions = Arrays.stream(Mission.values()).map(Mission::id).toList();
		return new ModelFilter((mission != null) ? choice("mission", mission, Mission::of, missions) : null,
				(algorithm != null) ? choice("algorithm", algorithm, Algorithm::of, Algorithm.ids()) : null,
				(target != null) ? choice("target", target, Target::of, Target.ids()) : null, modelName, imported);
	}

	@Override
	public boolean test(ModelLine line) {
		return (this.mission == null || this.mission == line.mission())
				&& (this.algorithm == null || this.algorithm == line.algorithm())
				&& (this.target == null || this.target == line.target())
				&& (this.modelName == null || this.modelName.equals(line.modelName()))
				&& (this.imported == null || this.imported == line.imported());
	}

	private static <T> T choice(String name, String value, Function<String, Optional<T>> reader,
			List<String> accepted) {
		return reader.apply(value)
			.orElseThrow(() -> ProblemException.invalidParameter(name, "'%s' is no %s; accepted are %s"
				.formatted(Quoted.shortened(value), name, String.join(", ", accepted))));
	}

}
