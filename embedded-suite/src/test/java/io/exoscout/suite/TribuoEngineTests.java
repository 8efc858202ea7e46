package io.exoscout.suite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.exoscout.model.ModelFile;
import io.exoscout.model.TrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Models that Tribuo trains, and that go on in Tribuo. */
@SuiteTest
class TribuoEngineTests {

	private static final String MODELS = Client.PREDICTIONS + "/models/";

	private static final byte[] TABLE = WrittenTable.kepler(401, 120);

	private final Client client;

	TribuoEngineTests(Client client) {
		this.client = client;
	}

	private JsonNode trained(String algorithm, String engine) {
		return this.client.trained(TABLE,
				"{\"algorithm\": \"%s\", \"engine\": \"%s\", \"hyperparameters\": {\"n_estimators\": 12}}"
					.formatted(algorithm, engine));
	}

	private byte[] download(String path) throws IOException {
		try (InputStream in = URI.create(this.client.url(path)).toURL().openStream()) {
			return in.readAllBytes();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "random_forest", "xgboost" })
	void modelIsServedHereAndGoesOnInTribuo(String algorithm) throws IOException {
		JsonNode job = trained(algorithm, "tribuo");
		String id = job.get("job_id").asString();
		assertThat(job.get("params").get("engine").asString()).isEqualTo("tribuo");
		assertThat(job.get("results").get("provenance").get("tribuo").asString()).isEqualTo("4.3.2");
		JsonNode card = this.client.get(MODELS + id).json(200);
		assertThat(card.get("options").get("engine").asString()).isEqualTo("tribuo");
		TrainedModel ours = ModelFile.read(download(MODELS + id + "/download"));
		byte[] file = download(MODELS + id + "/download?format=tribuo");
		Model<Label> theirs = Model.deserializeFromStream(new ByteArrayInputStream(file)).castModel(Label.class);
		assertThat(theirs.getProvenance().getClassName()).startsWith("org.tribuo");
		assertSame(ours, theirs, algorithm.equals("random_forest") ? -Float.MAX_VALUE : Double.NaN);
		this.client.post(Client.PREDICTIONS, Form.of(TABLE).with("job_id", id)).json(200);
	}

	private static void assertSame(TrainedModel ours, Model<Label> theirs, double missing) {
		List<String> features = ours.manifest().features();
		float[] vector = new float[features.size()];
		double[] probabilities = new double[ours.manifest().classNames().size()];
		for (int row = 0; row < ours.rows().size(); row++) {
			List<String> names = new ArrayList<>();
			List<Double> values = new ArrayList<>();
			for (int f = 0; f < vector.length; f++) {
				vector[f] = ours.rows().values()[f][row];
				double given = Float.isNaN(vector[f]) ? missing : vector[f];
				if (!Double.isNaN(given)) {
					names.add(features.get(f));
					values.add(given);
				}
			}
			ours.forests().predict(vector, probabilities);
			Example<Label> example = new ArrayExample<>(new Label("unknown"), names.toArray(String[]::new),
					values.stream().mapToDouble(Double::doubleValue).toArray());
			Map<String, Label> said = theirs.predict(example).getOutputScores();
			for (int c = 0; c < probabilities.length; c++) {
				assertThat(probabilities[c]).isCloseTo(said.get(ours.manifest().classNames().get(c)).getScore(),
						within(2e-6));
			}
		}
	}

	@Test
	void anotherEngineIsAnotherJobWithoutAFileOfTribuos() {
		String ours = trained("random_forest", "exoscout").get("job_id").asString();
		assertThat(trained("random_forest", "tribuo").get("job_id").asString()).isNotEqualTo(ours);
		String detail = this.client.get(MODELS + ours + "/download?format=tribuo").problem(404, "no_tribuo_file");
		assertThat(detail).contains("'exoscout'");
		this.client.get(MODELS + ours + "/download?format=pmml").problem(400, "invalid_parameter");
	}

	@Test
	void combinationsThatThereAreNotAreRefused() {
		for (String algorithm : List.of("gradient_boosting", "ensemble")) {
			String detail = this.client
				.upload(TABLE, "{\"algorithm\": \"%s\", \"engine\": \"tribuo\"}".formatted(algorithm))
				.problem(400, "invalid_params");
			assertThat(detail).contains("'tribuo'", algorithm, "random_forest, xgboost");
		}
		this.client.upload(TABLE, "{\"engine\": \"weka\"}").problem(400, "invalid_params");
	}

	@Test
	void fileGoesWithItsJob() {
		JsonNode job = this.client.trained(WrittenTable.kepler(402, 100),
				"{\"algorithm\": \"random_forest\", \"engine\": \"tribuo\", \"hyperparameters\": {\"n_estimators\": 3}}");
		String id = job.get("job_id").asString();
		assertThat(this.client.get(MODELS + id + "/download?format=tribuo").status()).isEqualTo(200);
		assertThat(this.client.delete(Client.JOBS + "/" + id).status()).isEqualTo(200);
		this.client.get(MODELS + id + "/download?format=tribuo").problem(404, "model_not_found");
	}

}
