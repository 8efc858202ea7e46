package io.exoscout.work;

import java.util.List;
import java.util.Map;

import io.exoscout.dataset.Mission;
import io.exoscout.dataset.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;

/**
 * What a job was asked to do, in the words of the HTTP contract.
 *
 * @param dataSource {@code kepler}, {@code tess} or {@code k2}
 * @param algorithm e.g. {@code random_forest}
 * @param target {@code planet} or {@code disposition}
 * @param hyperparameters all of them, defaults filled in
 * @param excludeFeatures columns left out on request
 * @param seed where all randomness starts
 */
public record JobParams(String dataSource, String algorithm, String target, Map<String, Number> hyperparameters,
		List<String> excludeFeatures, long seed) {

	public static JobParams of(Mission mission, TrainingOptions options) {
		return new JobParams(mission.id(), options.algorithm().id(), options.target().id(), options.hyperparameters(),
				options.excludeFeatures(), options.seed());
	}

	public Mission mission() {
		return Mission.of(this.dataSource).orElseThrow();
	}

	public TrainingOptions options() {
		return new TrainingOptions(Algorithm.of(this.algorithm).orElseThrow(), Target.of(this.target).orElseThrow(),
				this.hyperparameters, this.excludeFeatures, this.seed);
	}

}
