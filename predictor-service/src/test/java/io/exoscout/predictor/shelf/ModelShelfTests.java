package io.exoscout.predictor.shelf;

import org.junit.jupiter.api.Test;

import io.exoscout.predictor.TestModels;

import static org.assertj.core.api.Assertions.assertThat;

class ModelShelfTests {

	@Test
	void objectsThatAModelKnowsTakeRoom() {
		int alone = ModelShelf.kilobytes(TestModels.longPeriodsArePlanets());
		assertThat(ModelShelf.kilobytes(TestModels.amongObjects(10_000)) - alone).isBetween(850, 870);
	}

}
