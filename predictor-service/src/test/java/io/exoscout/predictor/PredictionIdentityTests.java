package io.exoscout.predictor;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import io.exoscout.job.JobParams;
import io.exoscout.prediction.WantedSelection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PredictionIdentityTests {

	private static final String TABLE = "ab".repeat(32);

	@Test
	void staysTheSameForGood() {
		assertThat(PredictionIdentity.of(TABLE, params("model", "file", 3)))
			.isEqualTo("630cb7bb8097e377460110fe96da9f9c6cf94959efd28209a907a92ccffb7ef7");
	}

	@Test
	void isTheSameInCountriesWithOtherDigits() {
		String id = PredictionIdentity.of(TABLE, params("model", "file", 3));
		Locale home = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try {
			assertThat("%d".formatted(3)).isNotEqualTo("3");
			assertThat(PredictionIdentity.of(TABLE, params("model", "file", 3))).isEqualTo(id);
		}
		finally {
			Locale.setDefault(home);
		}
	}

	@Test
	void dependsOnTableModelExplanationsAndSelection() {
		Set<String> ids = new HashSet<>();
		ids.add(PredictionIdentity.of(TABLE, params("model", "file", 3)));
		ids.add(PredictionIdentity.of("cd".repeat(32), params("model", "file", 3)));
		ids.add(PredictionIdentity.of(TABLE, params("other", "file", 3)));
		ids.add(PredictionIdentity.of(TABLE, params("model", "trained anew", 3)));
		ids.add(PredictionIdentity.of(TABLE, params("model", "file", 0)));
		ids.add(PredictionIdentity.of(TABLE, params(3, "CONFIRMED", null, null)));
		ids.add(PredictionIdentity.of(TABLE, params(3, null, 0.5, null)));
		ids.add(PredictionIdentity.of(TABLE, params(3, null, null, "probability")));
		ids.add(PredictionIdentity.of(TABLE, params(WantedSelection.ofPrecision(0.9, null))));
		ids.add(PredictionIdentity.of(TABLE, params(WantedSelection.ofRecall(0.9, null))));
		ids.add(PredictionIdentity.of(TABLE, params(WantedSelection.ofRecall(0.9, "CONFIRMED"))));
		assertThat(ids).hasSize(11);
	}

	private static JobParams params(int explain, @Nullable String className, @Nullable Double least,
			@Nullable String unit) {
		return new JobParams("kepler", null, null, null, null, null, "model", "file", explain, JobParams.TABLE, null,
				className, least, unit, null, null, null);
	}

	private static JobParams params(WantedSelection select) {
		return new JobParams("kepler", null, null, null, null, null, "model", "file", 3, JobParams.TABLE, null, null,
				null, null, null, select, null);
	}

	private static JobParams params(String modelId, String modelSha256, int explain) {
		return new JobParams("kepler", null, null, null, null, null, modelId, modelSha256, explain, JobParams.TABLE,
				null, null, null, null, null, null, null);
	}

}
