package io.exoscout.orchestrator;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureTag;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.Hyperparameter;
import io.exoscout.web.UploadSettings;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * All that a training can be asked for, as forms are made of it.
 *
 * @param algorithms the learners, each with what can be set
 * @param engines whose code fits a model
 * @param targets what can be told apart
 * @param featureTags kinds of features, each of which can be left out as a whole
 * @param missions whose tables are understood
 * @param defaults what applies where nothing is asked for
 * @param modelName what a name of a model has to look like, as a regular expression
 * @param limits how large a table may be here
 */
record TrainingChoices(List<LearnerChoice> algorithms, List<Choice> engines, List<Choice> targets,
		List<Choice> featureTags, List<SurveyChoice> missions, TrainingDefaults defaults, String modelName,
		TableBounds limits) {

	static TrainingChoices of(UploadSettings uploads, TableLimits tables) {
		return new TrainingChoices(Stream.of(Algorithm.values()).map(LearnerChoice::of).toList(),
				Stream.of(Engine.values()).map((engine) -> new Choice(engine.id(), engine.meaning())).toList(),
				Stream.of(Target.values()).map((target) -> new Choice(target.id(), target.meaning())).toList(),
				Stream.of(FeatureTag.values()).map((tag) -> new Choice(tag.id(), tag.meaning())).toList(),
				Stream.of(Mission.values()).map(SurveyChoice::of).toList(), TrainingDefaults.ALL,
				"^" + TrainingRequestReader.MODEL_NAME.pattern() + "$", TableBounds.of(uploads, tables));
	}

	/**
	 * One of several things to choose from.
	 *
	 * @param id the word to send
	 * @param meaning what it stands for
	 */
	@Schema(name = "TrainingChoice")
	record Choice(String id, String meaning) {
	}

	/**
	 * A learner.
	 *
	 * @param id the word to send
	 * @param meaning what it does
	 * @param engines who has it
	 * @param hyperparameters what can be set
	 */
	record LearnerChoice(String id, String meaning, List<String> engines, List<SettingChoice> hyperparameters) {

		static LearnerChoice of(Algorithm algorithm) {
			return new LearnerChoice(algorithm.id(), algorithm.meaning(),
					Stream.of(Engine.values()).filter((engine) -> engine.has(algorithm)).map(Engine::id).toList(),
					algorithm.hyperparameters().stream().map(SettingChoice::of).toList());
		}

	}

	/**
	 * A hyper-parameter.
	 *
	 * @param name as users know it from scikit-learn and XGBoost
	 * @param type {@code integer} or {@code number}
	 * @param min smallest accepted value
	 * @param max largest accepted value
	 * @param preset the value where none is given
	 * @param meaning what it does
	 */
	record SettingChoice(String name, String type, Number min, Number max, @JsonProperty("default") Number preset,
			String meaning) {

		static SettingChoice of(Hyperparameter known) {
			return new SettingChoice(known.name(), known.whole() ? "integer" : "number", known.number(known.min()),
					known.number(known.max()), known.presetValue(), known.meaning());
		}

	}

	/**
	 * A mission.
	 *
	 * @param id the word for it
	 * @param title as people write it
	 * @param table what its table is called in the archive
	 * @param objectColumn the column that names an object
	 * @param starColumn the column that names its star
	 * @param labelColumn the column that says what was decided
	 * @param labels what is understood there
	 * @param features feature sets that can be asked for, first the one that is taken
	 * where nothing is said
	 */
	record SurveyChoice(String id, String title, String table, String objectColumn, String starColumn,
			String labelColumn, List<String> labels, List<String> features) {

		static SurveyChoice of(Mission mission) {
			return new SurveyChoice(mission.id(), mission.title(), mission.table(), mission.objectColumn(),
					mission.starColumn(), mission.labelColumn(), mission.verdicts().keySet().stream().sorted().toList(),
					FeatureSet.offered(mission));
		}

	}

	/**
	 * How large what is sent may be.
	 *
	 * @param uploadBytes bytes of a file as it is sent
	 * @param tableBytes bytes of a table once it is unpacked
	 * @param columns columns of a table
	 * @param cellCharacters characters of a cell
	 * @param rowCharacters characters of a row
	 * @param objects objects of a table to be trained on
	 * @param values objects times columns, and characters of names
	 */
	record TableBounds(long uploadBytes, long tableBytes, int columns, int cellCharacters, int rowCharacters,
			int objects, long values) {

		static TableBounds of(UploadSettings uploads, TableLimits tables) {
			return new TableBounds(uploads.maxSize().toBytes(), tables.maxSize().toBytes(), tables.maxColumns(),
					tables.maxCellCharacters(), tables.maxRecordCharacters(), tables.maxObjects(), tables.maxValues());
		}

	}

}
