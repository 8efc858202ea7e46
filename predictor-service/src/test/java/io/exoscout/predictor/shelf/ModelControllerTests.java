package io.exoscout.predictor.shelf;

import io.exoscout.forest.Forests;
import io.exoscout.forest.Link;
import io.exoscout.job.Jobs;
import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
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
		ResponseEntity<InputStreamResource> answer = this.controller.download("model");
		assertThat(answer.getHeaders().getContentLength()).isEqualTo(this.model.file().bytes());
		assertThat(answer.getBody().getContentAsByteArray()).hasSize((int) this.model.file().bytes());
	}

	@Test
	void opensNoFileUntilItIsSent() {
		context.getBean(BlobStore.class).remove(this.model.file().sha256(), (sha256) -> false);
		assertThat(this.controller.download("model").getHeaders().getETag()).contains(this.model.file().sha256());
	}

}
