package io.exoscout.orchestrator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

class TrainingRequestReaderTests {

	private final TrainingRequestReader reader = new TrainingRequestReader(JsonMapper.builder().build());

	@Test
	void nothingGivenMeansGradientBoostingOfPlanets() {
		TrainingRequest request = this.reader.read(null);
		assertThat(request.options().algorithm()).isEqualTo(Algorithm.GRADIENT_BOOSTING);
		assertThat(request.options().target()).isEqualTo(Target.PLANET);
		assertThat(request.options().seed()).isEqualTo(42);
	}

	@Test
	void modelsAreOursUnlessAnotherEngineIsNamed() {
		assertThat(this.reader.read("{}").options().engine()).isEqualTo(Engine.EXOSCOUT);
		assertThat(this.reader.read("{\"engine\": \"exoscout\"}")).isEqualTo(this.reader.read("{}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "random_forest", "xgboost" })
	void tribuoHasForestsAndXgboost(String algorithm) {
		TrainingRequest request = this.reader
			.read("{\"engine\": \"tribuo\", \"algorithm\": \"%s\"}".formatted(algorithm));
		assertThat(request.options().engine()).isEqualTo(Engine.TRIBUO);
		assertThat(request.excluding(List.of("koi_teq")).options().engine()).isEqualTo(Engine.TRIBUO);
	}

	@Test
	void saysWhichAlgorithmsAnEngineHas() {
		assertThat(refused("{\"engine\": \"tribuo\"}").detail()).contains("random_forest, xgboost");
	}

	@Test
	void diagnosticsAreLearntFromOnlyIfTheirSetIsNamed() {
		assertThat(this.reader.read("{}").set(Mission.KEPLER).version()).isEqualTo("kepler-3");
		assertThat(this.reader.read("{\"features\": \"kepler-4\"}").set(Mission.KEPLER).version())
			.isEqualTo("kepler-4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"kepler-2\"", "\"kepler-99\"", "4", "[\"kepler-4\"]" })
	void aSetThatIsNotOfferedIsRefusedWithThoseThatAre(String version) {
		assertThat(refused("{\"features\": %s}".formatted(version)).detail()).contains("kepler-3, kepler-4, tess-3");
	}

	@Test
	void aSetOfAnotherMissionIsRefused() {
		TrainingRequest request = this.reader.read("{\"features\": \"kepler-4\"}");
		assertThat(catchThrowableOfType(ProblemException.class, () -> request.set(Mission.TESS)))
			.hasMessageContaining("tess-3")
			.returns(ErrorCode.INVALID_PARAMS, ProblemException::code);
	}

	@Test
	void blankParamsMeanDefaults() {
		assertThat(this.reader.read("  ")).isEqualTo(this.reader.read(null));
	}

	@Test
	void anEmptyObjectMeansDefaults() {
		assertThat(this.reader.read("{}")).isEqualTo(this.reader.read(null));
	}

	@Test
	void everyHyperparameterIsFilledIn() {
		assertThat(this.reader.read("{\"hyperparameters\": {\"n_estimators\": 7}}").options().hyperparameters())
			.containsEntry("n_estimators", 7)
			.containsKey("max_depth");
	}

	@Test
	void excludedColumnsAreSortedSoThatTheirOrderDoesNotMatter() {
		assertThat(this.reader.read("{\"exclude_features\": [\"b\", \"a\", \"b\"]}").options().excludeFeatures())
			.containsExactly("a", "b");
	}

	@Test
	void possibleFollowUpIsLeftOutUnlessAListSaysWhatIs() {
		assertThat(this.reader.read("{}").options().excludeFeatures()).containsExactly("possible_follow_up");
		assertThat(this.reader.read("{\"exclude_features\": []}").options().excludeFeatures()).isEmpty();
	}

	@Test
	void aTagIsTheSameHoweverItIsSpelled() {
		assertThat(this.reader.read("{\"exclude_features\": [\"Possible follow-up\"]}"))
			.isEqualTo(this.reader.read("{}"));
	}

	@Test
	void theModelIsNamedAfterAlgorithmAndJobUnlessToldOtherwise() {
		assertThat(this.reader.read("{\"algorithm\": \"xgboost\"}").modelNameFor("0123456789abcdef"))
			.isEqualTo("model_xgboost_01234567");
		assertThat(this.reader.read("{\"model_name\": \"mine\"}").modelNameFor("0123456789abcdef")).isEqualTo("mine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "null", "\"xgboost\"", "{\"seed\": }", "algorithm=xgboost" })
	void refusesWhatIsNoJsonObject(String params) {
		ProblemException problem = refused(params);
		assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
		assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_PARAMS);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"algorithm": "svm"}                          | algorithm        | svm
			{"algorithm": 3}                              | algorithm        | 3
			{"target": "stars"}                           | target           | stars
			{"engine": "weka"}                            | engine           | weka
			{"engine": "Tribuo"}                          | engine           | exoscout, tribuo
			{"engine": "tribuo"}                          | engine           | gradient_boosting
			{"engine": "tribuo", "algorithm": "ensemble"} | engine           | 'ensemble'
			{"seed": "42"}                                | seed             | 42
			{"seed": 1.5}                                 | seed             | 1.5
			{"seed": 99999999999999999999}                | seed             | 99999999999999999999
			{"model_name": "=cmd()"}                      | model_name       | =cmd()
			{"model_name": "../../x"}                     | model_name       | ../../x
			{"model_name": ""}                            | model_name       | letters
			{"model_name": 7}                             | model_name       | 7
			{"exclude_features": "koi_teq"}               | exclude_features | koi_teq
			{"exclude_features": [1]}                     | exclude_features | [1]
			{"hyperparameters": []}                       | hyperparameters  | []
			{"hyperparameters": {"max_depth": 10000000}}  | max_depth        | 10000000
			""")
	void namesTheFieldAndTheOffendingValue(String params, String field, String named) {
		ProblemException problem = refused(params);
		assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
		assertThat(problem.errors()).singleElement().satisfies((fault) -> {
			assertThat(fault.field()).endsWith(field);
			assertThat(fault.message()).contains(named);
		});
		assertThat(problem.detail()).contains(named);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"hyperparameters": {"max_dept": 3}} | hyperparameters.max_dept | max_dept
			{"algoritm": "xgboost"}              | algoritm                 | algorithm
			{"max_depth": 3}                     | max_depth                | {"hyperparameters": {"max_depth":
			{"trees": 3, "seed": true}           | trees                    | model_name
			""")
	void namesWhatItDoesNotKnow(String params, String field, String named) {
		ProblemException problem = refused(params);
		assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_PARAMETER);
		assertThat(problem.errors().get(0).field()).isEqualTo(field);
		assertThat(problem.detail()).contains(named);
	}

	@Test
	void namesAllFaultsAtOnce() {
		List<InputError> faults = refused("{\"algorithm\": \"svm\", \"target\": \"x\", \"seed\": true}").errors();
		assertThat(faults).extracting(InputError::field).containsExactly("algorithm", "target", "seed");
	}

	@Test
	void refusesParamsThatAreFarTooLong() {
		assertThat(refused("{\"model_name\": \"" + "x".repeat(200_000) + "\"}"))
			.returns(ProblemKind.TOO_LARGE, ProblemException::kind)
			.returns(ErrorCode.PARAMS_TOO_LARGE, ProblemException::code);
	}

	@Test
	void labelsAreStrippedAndSortedSoThatTheirOrderDoesNotMatter() {
		TrainingRequest request = this.reader
			.read("{\"labels\": {\" 1 \": \" CONFIRMED\", \"0\": \"false positive\"}}");
		assertThat(request.labels().words()).containsExactly(entry("0", "false positive"), entry("1", "CONFIRMED"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"labels": ["CONFIRMED"]}    | [CONFIRMED]
			{"labels": {"1": "planet?"}} | planet?
			{"labels": {"1": 1}}         | '1'
			{"labels": {"1": null}}      | null
			""")
	void refusesLabelsThatStandForNothing(String params, String named) {
		ProblemException problem = refused(params);
		assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
		assertThat(problem.errors()).extracting(InputError::field).containsExactly("labels");
		assertThat(problem.detail()).contains(named, "CONFIRMED");
	}

	@Test
	void refusesMoreLabelsThanAnybodyHas() {
		String labels = IntStream.rangeClosed(0, 100)
			.mapToObj("\"%d\": \"CONFIRMED\""::formatted)
			.collect(Collectors.joining(", "));
		assertThat(refused("{\"labels\": {%s}}".formatted(labels)).detail()).contains("at most 100");
	}

	@Test
	void listsNoMoreUnknownNamesThanSomebodyReads() {
		String names = IntStream.range(0, 50).mapToObj("\"x%d\": 1"::formatted).collect(Collectors.joining(", "));
		assertThat(refused("{%s}".formatted(names)).errors()).hasSize(20);
	}

	private ProblemException refused(String params) {
		ProblemException problem = catchThrowableOfType(ProblemException.class, () -> this.reader.read(params));
		assertThat(problem).isNotNull();
		return problem;
	}

	@Test
	void hyperparameterAmongTheOptionsGoesOneLevelDeeper() {
		assertThat(TrainingRequestReader.unknown("max_depth")).contains("'max_depth'",
				"{\"hyperparameters\": {\"max_depth\": …}}");
	}

	@Test
	void unknownOptionIsToldAllThatAreKnown() {
		assertThat(TrainingRequestReader.unknown("x".repeat(1000))).hasSizeLessThan(300)
			.contains("algorithm", "exclude_features", "hyperparameters", "labels", "model_name", "seed", "target");
	}

}
