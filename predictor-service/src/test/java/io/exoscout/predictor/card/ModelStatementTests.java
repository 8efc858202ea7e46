package io.exoscout.predictor.card;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.exoscout.model.ModelCard;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelStatementTests {

	private final ModelStatement said = ModelStatement.of(CardModels.card("one", "mine"));

	@Test
	void saysWhatItIsForAndWhatNot() {
		assertThat(this.said.intendedUse()).first().asString().contains("Kepler", "CONFIRMED", "FALSE POSITIVE");
		assertThat(this.said.outOfScope()).anySatisfy((text) -> assertThat(text).contains("confirm a planet"));
	}

	@Test
	void saysWhatItWasTrainedOn() {
		ModelStatement.CardData data = this.said.trainingData();
		assertThat(data.sha256()).isEqualTo(CardModels.TABLE);
		assertThat(data.objects()).isEqualTo(120);
		assertThat(data.stars()).isEqualTo(100);
		assertThat(data.classCounts()).containsExactly(Map.entry("FALSE POSITIVE", 80L), Map.entry("CONFIRMED", 40L));
	}

	@Test
	void saysWhatWasKeptFromItAndWhy() {
		assertThat(this.said.leaksExcluded()).extracting(ModelStatement.LeftOut::name)
			.contains("koi_disposition", "koi_pdisposition", "koi_score", "koi_odd", "koi_sma");
		assertThat(this.said.leaksExcluded()).filteredOn((left) -> left.name().equals("koi_odd"))
			.singleElement()
			.satisfies((left) -> assertThat(left.reason()).contains("measured", "0.990"));
	}

	@Test
	void figuresComeWithTheirIntervalsAndBaseRates() {
		assertThat(this.said.protocol()).isEqualTo("five folds by star");
		assertThat(this.said.intervals()).isEqualTo("95 % intervals: bootstrap by star");
		assertThat(this.said.figures()).containsExactly(new CardFigure("roc_auc", "higher", 0.97, 0.95, 0.99, 0.5),
				new CardFigure("brier", "lower", 0.03, null, null, null));
	}

	@Test
	void namesItsLimits() {
		assertThat(this.said.limits()).contains("archive_score is left out")
			.anySatisfy((text) -> assertThat(text).contains("120 objects only"));
	}

	@Test
	void columnsCountWithAllFeaturesThatNeedThem() {
		CardColumn first = this.said.columns().get(0);
		assertThat(first.column()).isEqualTo("koi_period");
		assertThat(first.importance()).isGreaterThanOrEqualTo(0.5);
		assertThat(this.said.columns()).extracting(CardColumn::importance)
			.isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(this.said.missingColumns()).isNotEmpty();
	}

	@Test
	void whatAModelDoesNotTellIsLeftOut() {
		ModelStatement bare = ModelStatement.of(CardModels.card("one", "mine", Map.of(),
				Map.of("rows", "many", "intervals", List.of()), CardModels.TABLE));
		assertThat(bare.figures()).isEmpty();
		assertThat(bare.protocol()).isNull();
		assertThat(bare.trainingData().objects()).isNull();
		assertThat(bare.limits()).contains("No intervals were measured for its figures.");
	}

	@Test
	void doesNotVouchForWhatCameAsAFile() {
		ModelCard card = CardModels.card("one", "mine");
		ModelCard theirs = new ModelCard(card.modelId(), card.modelName(), card.createdAt(), card.file(),
				card.manifest(), null, new ModelCard.Imported("theirs.exoscout"), null, null);
		assertThat(ModelStatement.of(theirs).limits()).anySatisfy((text) -> assertThat(text).contains("its maker"));
	}

}
