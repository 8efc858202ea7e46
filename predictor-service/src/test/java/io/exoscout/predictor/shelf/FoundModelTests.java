package io.exoscout.predictor.shelf;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.exoscout.model.MadeModels;
import io.exoscout.model.ModelCard;
import io.exoscout.store.BlobRef;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoundModelTests {

	private static final ModelCard CARD = new ModelCard("newest", "mine", Instant.EPOCH,
			new BlobRef("ab".repeat(32), 1), MadeModels.manifest("newest", 4), null);

	private static List<String> notes(int models) {
		return FoundModel.newest(Collections.nCopies(models, CARD)).notes();
	}

	@Test
	void onlyOneOfItsNameNeedsNoNote() {
		assertThat(notes(1)).isEmpty();
		assertThat(FoundModel.only(CARD).notes()).isEmpty();
	}

	@Test
	void saysHowManyShareTheNameAndWhichWasTaken() {
		assertThat(notes(2)).singleElement().asString().contains("2 models are called 'mine'", "job newest", "job_id");
		assertThat(notes(20)).singleElement().asString().startsWith("20 models");
	}

	@Test
	void doesNotCountThemAll() {
		assertThat(notes(21)).singleElement().asString().startsWith("More than 20 models");
	}

}
