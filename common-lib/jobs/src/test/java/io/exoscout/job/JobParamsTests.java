package io.exoscout.job;

import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.TrainingOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobParamsTests {

	@ParameterizedTest
	@EnumSource
	void keepTheOptionsOfATraining(Engine engine) {
		TrainingOptions options = new TrainingOptions(Algorithm.XGBOOST, Target.PLANET, Map.of("max_depth", 5),
				List.of("koi_teq"), 7, engine);
		assertThat(JobParams.of(Mission.KEPLER, options).options()).isEqualTo(options);
	}

}
