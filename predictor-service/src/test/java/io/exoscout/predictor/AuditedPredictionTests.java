package io.exoscout.predictor;

import java.nio.charset.StandardCharsets;

import io.exoscout.model.ModelCard;
import io.exoscout.predictor.audit.AuditedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

class AuditedPredictionTests {

	private static final String ROWS = "[{\"koi_period\": 20, \"koi_duration\": 3, \"koi_depth\": 100, \"koi_prad\": 2, "
			+ "\"koi_teq\": 500}]";

	private static PredictorStage stage;

	private ModelCard card;

	@BeforeAll
	static void open() {
		stage = new PredictorStage();
	}

	@AfterAll
	static void close() {
		stage.close();
	}

	@BeforeEach
	void train() {
		stage.clear();
		this.card = stage.trained("a", "mine");
	}

	private static AuditedRequest audited(MvcTestResult answer) {
		return (AuditedRequest) answer.getRequest().getAttribute(AuditedRequest.class.getName());
	}

	@Test
	void aTableIsKnownByTheDigestItHasAsAJob() {
		AuditedRequest direct = audited(stage.table(PredictorStage.TABLE, "", "*/*", "job_id", "a"));
		assertThat(direct).returns("a", AuditedRequest::modelId)
			.returns(this.card.file().sha256(), AuditedRequest::modelSha256)
			.returns(20L, AuditedRequest::rows);
		AuditedRequest job = audited(stage.table(PredictorStage.TABLE, "?mode=job", "*/*", "job_id", "a"));
		assertThat(direct.jobId()).isNull();
		assertThat(job.jobId()).matches("[0-9a-f]{64}");
		assertThat(job).returns(direct.tableSha256(), AuditedRequest::tableSha256)
			.returns("a", AuditedRequest::modelId);
	}

	@Test
	void rowsAreKnownByTheDigestTheyHaveAsAJob() {
		AuditedRequest direct = audited(stage.rows("a", ROWS, "", "*/*"));
		assertThat(direct).returns("a", AuditedRequest::modelId).returns(1L, AuditedRequest::rows);
		assertThat(audited(stage.rows("a", ROWS, "?mode=job", "*/*")).tableSha256()).isEqualTo(direct.tableSha256());
	}

	@Test
	void tensorsAreRowsToo() {
		AuditedRequest tensors = audited(stage.infer("/v2/models/mine/infer", """
				{"inputs": [{"name": "koi_period", "shape": [2], "datatype": "FP64", "data": [20, 5]},
				{"name": "koi_duration", "shape": [2], "datatype": "FP64", "data": [3, 3]},
				{"name": "koi_depth", "shape": [2], "datatype": "FP64", "data": [100, 100]},
				{"name": "koi_prad", "shape": [2], "datatype": "FP64", "data": [2, 2]}]}"""
			.getBytes(StandardCharsets.UTF_8)));
		assertThat(tensors).returns("a", AuditedRequest::modelId).returns(2L, AuditedRequest::rows);
		assertThat(tensors.tableSha256()).matches("[0-9a-f]{64}");
	}

	@Test
	void aRefusedTableIsKnownToo() {
		AuditedRequest refused = audited(
				stage.table(PredictorStage.TABLE, "", "*/*", "job_id", "a", "explain_class", "X", "explain", "1"));
		assertThat(refused).returns("a", AuditedRequest::modelId).returns(20L, AuditedRequest::rows);
	}

}
