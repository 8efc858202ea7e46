package io.exoscout.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.Target;
import org.jspecify.annotations.Nullable;

/**
 * Everything besides the table that decides what a training yields; part of the job's
 * identity.
 *
 * @param algorithm the learner
 * @param target what to tell apart
 * @param hyperparameters every hyper-parameter of the algorithm, defaults filled in,
 * checked and sorted by name
 * @param excludeFeatures columns, features and tags to leave out, sorted
 * @param seed where all randomness starts
 * @param engine whose learner; left out in JSON where it is our own, as it was before
 * there was another
 */
public record TrainingOptions(Algorithm algorithm, Target target, Map<String, Number> hyperparameters,
		List<String> excludeFeatures, long seed,
		@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = OurOwn.class) Engine engine) {

	public TrainingOptions {
		engine = Objects.requireNonNullElse(engine, Engine.EXOSCOUT);
	}

	/** What our own learners are to do. */
	public TrainingOptions(Algorithm algorithm, Target target, Map<String, Number> hyperparameters,
			List<String> excludeFeatures, long seed) {
		this(algorithm, target, hyperparameters, excludeFeatures, seed, Engine.EXOSCOUT);
	}

	/** The same with something else left out: columns, features and tags. */
	public TrainingOptions excluding(List<String> features) {
		return new TrainingOptions(this.algorithm, this.target, this.hyperparameters, features, this.seed, this.engine);
	}

	/** Equal to what is left out in JSON. */
	static final class OurOwn {

		@Override
		public boolean equals(@Nullable Object engine) {
			return engine == Engine.EXOSCOUT;
		}

		@Override
		public int hashCode() {
			return Engine.EXOSCOUT.hashCode();
		}

	}

}
