package io.exoscout.predictor.shelf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.job.Jobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobStore;
import io.exoscout.work.TestServers;
import io.exoscout.work.WorkConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelControllerTests {

	private static ConfigurableApplicationContext context;

	private static ModelStore models;

	private ModelController controller;

	private ModelCard model;

	@BeforeAll
	static void start() {
		context = TestServers.context(WorkConfiguration.class);
		models = context.getBean(ModelStore.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void prepare() {
		TestServers.clear(context);
		this.controller = new ModelController(
				new ModelShelf(context.getBean(Jobs.class), models, DataSize.ofMegabytes(1)), models);
		this.model = models.save("mine", MadeModels.model(MadeModels.manifest("model", 4),
				Forests.of(MadeModels.forest(Link.LOGISTIC, 4, 2, 7))), MadeModels.candidates(1));
	}

	@Test
	void sendsTheFileOfTheModel() throws Exception {
		ResponseEntity<InputStreamResource> answer = this.controller.download("model", "exoscout");
		assertThat(answer.getHeaders().getContentLength()).isEqualTo(this.model.file().bytes());
		assertThat(answer.getBody().getContentAsByteArray()).hasSize((int) this.model.file().bytes());
	}

	@Test
	void opensNoFileUntilItIsSent() {
		context.getBean(BlobStore.class).remove(this.model.file().sha256(), (sha256) -> false);
		assertThat(this.controller.download("model", "exoscout").getHeaders().getETag())
			.contains(this.model.file().sha256());
	}

	@Test
	void sendsTheFormOfTheLibraryThatTrainedIt() throws Exception {
		byte[] theirs = "as Tribuo writes it".getBytes(StandardCharsets.UTF_8);
		models.save("theirs", null, MadeModels.model(MadeModels.manifest("theirs", 4), MadeModels.forests(4, 2)),
				gzip(theirs), MadeModels.candidates(1));
		ResponseEntity<InputStreamResource> answer = this.controller.download("theirs", "tribuo");
		assertThat(answer.getBody().getContentAsByteArray()).isEqualTo(theirs);
		assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("theirs.tribuo");
	}

	@Test
	void saysThatAModelOfAnotherEngineHasNoSuchForm() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.controller.download("model", "tribuo"))
			.returns(ErrorCode.NO_TRIBUO_FILE, ProblemException::code)
			.withMessageContaining("exoscout");
	}

	@Test
	void refusesAFormThatThereIsNot() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.controller.download("model", "pmml"))
			.withMessageContaining("'pmml'")
			.withMessageContaining("exoscout, tribuo");
	}

	private static byte[] gzip(byte[] plain) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(plain);
		}
		return bytes.toByteArray();
	}

}
