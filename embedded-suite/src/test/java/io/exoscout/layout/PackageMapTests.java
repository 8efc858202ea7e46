package io.exoscout.layout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may import whom: whoever follows the data never turns back. */
class PackageMapTests {

	/**
	 * A line that ends in a colon is a module; below it stand its packages, each with
	 * those that it may import. A new line here is a decision, not a formality.
	 */
	private static final String MAP = """
			embedded-servers:
			  broker
			  home
			  database           home
			  servers            broker home database
			common-lib/edge:
			  problem
			  memory             problem
			  schedule
			  disk               problem
			  health             disk
			  caller             problem
			  origin             problem
			  security           problem health caller origin
			  admission          problem security
			  openapi            problem caller
			  etag
			  web                problem memory disk health origin security admission openapi etag
			common-lib/tables:
			  store              problem
			  audit              problem caller web store
			  s3                 problem store
			  installation       problem store
			  gzip               problem
			  body               problem store gzip
			  csv                problem body
			  archive            body csv
			  header             problem body csv archive
			  json               problem store body header
			  astronomy          problem web body csv archive header json
			  objects            problem body csv archive header
			  form               problem web store body csv archive header json astronomy
			  leak               body csv archive objects
			  dataset            problem disk store s3 installation body csv archive header objects form leak
			common-lib/curves:
			  fits               problem
			  lightcurve         problem memory gzip
			  lightcurve.file    problem body csv gzip fits lightcurve
			  transit.detrend    lightcurve
			  transit.box        problem lightcurve
			  transit.fit        problem transit.box
			  transit.vet        lightcurve transit.detrend transit.box transit.fit
			  transit            problem lightcurve lightcurve.file transit.detrend transit.box transit.fit transit.vet
			common-lib/models:
			  packed
			  neighbour          archive objects packed
			  feature            problem body csv archive objects dataset neighbour
			  integral
			  forest             packed integral
			  candidate          problem store body objects
			  result             leak candidate
			  alias              problem caller store
			  model              problem health caller store body archive objects dataset packed neighbour forest candidate
			                     result alias
			  onnx               problem store archive neighbour feature forest model
			  learning           problem archive objects forest model
			  fitting            problem archive leak forest result model learning
			  explanation        problem csv integral forest model
			  prediction         problem web store astronomy objects neighbour explanation
			common-lib/jobs:
			  job                problem caller store archive dataset lightcurve.file transit feature result model explanation prediction
			  found              problem web store lightcurve lightcurve.file transit transit.vet job
			  telemetry          problem store result job
			  share              problem store dataset job
			  work               problem caller store model job telemetry share
			  worker             problem store job telemetry share work
			common-lib/series:
			  series             problem
			common-lib/online:
			  state              problem
			  logistic           problem state
			  monitor            problem state
			  cleaning           problem state
			  online             problem logistic monitor cleaning
			  folding            problem state logistic monitor cleaning online
			exoplanet-catalog-service:
			  catalog.confirmed  problem body csv
			  catalog            problem caller openapi web store audit body archive astronomy form dataset catalog.confirmed
			orchestrator-service:
			  orchestrator.profile store archive objects dataset
			  orchestrator       problem schedule caller openapi web store audit installation body archive dataset feature model job
			                     work orchestrator.profile
			trainer-service:
			  trainer.evaluation problem archive leak forest result model learning fitting telemetry worker
			  trainer.ranking    archive objects feature forest candidate result model learning fitting worker
			                     trainer.evaluation
			  trainer.engine     forest model learning
			  trainer            health web store installation archive objects leak dataset neighbour feature
			                     candidate result model learning fitting job work worker trainer.evaluation trainer.ranking
			                     trainer.engine
			predictor-service:
			  predictor.audit    problem web store audit dataset model job work
			  predictor.drift    problem objects result model prediction
			  predictor.rows     problem store body csv archive header objects dataset neighbour feature model
			                     prediction predictor.drift
			  predictor.card     problem store archive feature result model onnx
			  predictor.shelf    problem caller web store archive dataset neighbour feature forest result alias model onnx
			                     fitting explanation prediction job share predictor.rows predictor.card
			  predictor.scoring  problem store archive objects feature forest result model learning fitting
			                     explanation prediction predictor.drift predictor.rows
			  predictor.inputs   problem openapi archive dataset result model explanation prediction predictor.audit
			                     predictor.rows predictor.shelf predictor.scoring
			  predictor.features problem web objects model prediction predictor.rows
			  predictor.inference problem openapi body csv archive model explanation prediction predictor.rows gzip web
			                     predictor.shelf predictor.scoring
			  predictor          problem caller admission openapi web store audit installation body archive form dataset feature model
			                     explanation prediction job found share work worker predictor.audit predictor.rows
			                     predictor.shelf predictor.scoring predictor.inputs predictor.features
			                     predictor.inference
			transit-service:
			  searcher.plot
			  searcher.found     problem lightcurve lightcurve.file transit.fit transit.vet transit found searcher.plot
			  searcher.star      problem web archive lightcurve.file result job
			  searcher.zip       problem gzip body fits lightcurve.file
			  searcher.batch     problem web store body astronomy lightcurve job found work
			  searcher           problem memory caller openapi web store audit installation gzip body archive astronomy dataset
			                     result lightcurve lightcurve.file transit transit.box job found work worker
			                     searcher.found searcher.star searcher.zip searcher.batch
			jobs-service:
			  page               security work
			  jobs.listing       problem caller openapi web store archive dataset alias model job share work
			  jobs.verdict       problem caller openapi web store archive
			  jobs.result        problem openapi web store archive astronomy objects dataset feature candidate result
			                     model explanation prediction job work jobs.listing jobs.verdict
			  jobs.search        problem web store body csv archive objects dataset candidate model job work
			                     jobs.verdict
			  jobs.judged        problem web store archive objects dataset candidate model job work jobs.listing
			                     jobs.result
			  jobs.status        problem health caller installation job share work
			  jobs.live          problem openapi job telemetry work jobs.status
			  jobs.stream        problem security job telemetry work jobs.listing jobs.live
			  jobs.sweep         problem store installation alias model job work jobs.listing
			  jobs               health web store audit installation dataset model job share work page jobs.listing jobs.verdict
			                     jobs.result jobs.search jobs.judged jobs.status jobs.stream jobs.sweep
			series-service:
			  forecast.collection problem caller store body csv
			  forecast.model     problem caller store series forecast.collection
			  forecast.curve     problem series forecast.collection
			  forecast           problem health openapi web store audit body form series forecast.collection
			                     forecast.model forecast.curve
			stream-service:
			  stream.log         problem store
			  stream.sent        problem body csv gzip
			  stream.definition  problem caller store cleaning logistic monitor online
			  stream.stored      problem store archive objects dataset neighbour feature forest alias model learning fitting
			                     logistic cleaning online stream.definition
			  stream.course      problem store logistic online folding stream.log stream.definition stream.stored
			  stream.snapshot    problem store stream.log stream.definition stream.course
			  stream.retraining  problem store body archive model logistic cleaning monitor online stream.log stream.definition
			                     stream.course
			  engine.parts       problem
			  engine             problem schedule stream.log stream.definition stream.course engine.parts
			  stream.intake      problem store cleaning online stream.log stream.sent stream.definition
			  stream.live        problem schedule caller security stream.course stream.definition
			  stream             problem schedule caller openapi security web store audit body model logistic online stream.log stream.sent
			                     stream.definition stream.stored stream.course stream.snapshot stream.retraining engine
			                     stream.intake stream.live
			embedded-suite:
			  backup.live        problem store forecast.collection
			  backup             problem store s3 installation job backup.live
			  suite              home database servers health caller store s3 installation archive dataset model job work catalog
			                     orchestrator trainer predictor searcher jobs forecast stream.log stream backup.live backup
			benchmarks:
			  benchmarks.made    archive
			  benchmarks         web body csv json astronomy lightcurve lightcurve.file transit.detrend transit.box transit
			                     objects neighbour feature model series benchmarks.made
			  study              problem archive objects dataset feature candidate result model fitting job worker
			                     trainer.evaluation trainer.ranking trainer benchmarks
			  study.peers        archive result model learning fitting trainer.evaluation trainer.engine trainer
			                     benchmarks study
			  study.scoring      problem archive neighbour feature forest model onnx learning trainer benchmarks
			                     study
			  study.curves       lightcurve lightcurve.file transit.detrend transit.box transit.fit transit benchmarks
			                     study study.scoring
			  study.streams      archive forest learning model logistic monitor cleaning online folding study
			                     study.scoring
			""";

	private static final Pattern IMPORT = Pattern
		.compile("(?m)^import (?:static )?io\\.exoscout\\.([a-z\\d.]+)\\.[A-Z]");

	private static final Map<String, Room> ROOMS = Room.on(MAP);

	static Set<String> packages() {
		return ROOMS.keySet();
	}

	@ParameterizedTest
	@MethodSource("packages")
	void needsOnlyWhatTheMapAllows(String name) {
		String[] allowed = ROOMS.get(name).mayImport().stream().map(MainClasses.BASE::concat).toArray(String[]::new);
		noClasses().that()
			.resideInAPackage(MainClasses.BASE + name)
			.should()
			.dependOnClassesThat(resideInAnyPackage("io.exoscout..").and(resideOutsideOfPackages(allowed)))
			// the benchmarks are no part of the suite: of them only the sources can be
			// looked at
			.allowEmptyShould(true)
			.check(MainClasses.ALL);
	}

	@ParameterizedTest
	@MethodSource("packages")
	void importsOnlyWhatTheMapAllows(String name) {
		assertThat(SourceTree.main()).filteredOn((file) -> file.packageName().equals(name))
			.isNotEmpty()
			.allSatisfy((file) -> assertThat(imports(file)).as(file.type()).isSubsetOf(ROOMS.get(name).mayImport()));
	}

	@Test
	void everyPackageIsOnTheMapInItsModule() {
		assertThat(SourceTree.main()).allSatisfy((file) -> {
			assertThat(ROOMS).containsKey(file.packageName());
			assertThat(ROOMS.get(file.packageName()).module()).as(file.packageName()).isEqualTo(file.module());
		});
	}

	@Test
	void noPackageMayImportWhatStandsBelowIt() {
		List<String> order = List.copyOf(ROOMS.keySet());
		ROOMS.forEach((name, room) -> assertThat(order.subList(0, order.indexOf(name) + 1)).as("at or above " + name)
			.containsAll(room.mayImport()));
	}

	@Test
	void noTwoPackagesNeedEachOther() {
		SlicesRuleDefinition.slices()
			.matching(MainClasses.BASE + "(**)")
			.should()
			.beFreeOfCycles()
			.check(MainClasses.ALL);
	}

	private static List<String> imports(SourceFile file) {
		return IMPORT.matcher(file.text()).results().map((found) -> found.group(1)).toList();
	}

}
