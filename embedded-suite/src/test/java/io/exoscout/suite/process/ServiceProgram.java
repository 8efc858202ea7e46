package io.exoscout.suite.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.catalog.CatalogApplication;
import io.exoscout.forecast.SeriesApplication;
import io.exoscout.jobs.JobsApplication;
import io.exoscout.orchestrator.OrchestratorApplication;
import io.exoscout.predictor.PredictorApplication;
import io.exoscout.searcher.TransitApplication;
import io.exoscout.stream.StreamServiceApplication;
import io.exoscout.trainer.TrainerApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** The services as programs of their own, with what each of them is made of. */
public enum ServiceProgram {

	ORCHESTRATOR("orchestrator-service", OrchestratorApplication.class),
	TRAINER("trainer-service", TrainerApplication.class), PREDICTOR("predictor-service", PredictorApplication.class),
	TRANSITS("transit-service", TransitApplication.class), JOBS("jobs-service", JobsApplication.class),
	CATALOG("exoplanet-catalog-service", CatalogApplication.class), SERIES("series-service", SeriesApplication.class),
	STREAMS("stream-service", StreamServiceApplication.class);

	private static final String SUITE = "embedded-suite";

	private final String module;

	private final Class<?> main;

	ServiceProgram(String module, Class<?> main) {
		this.module = module;
		this.main = main;
	}

	/** The module's name, such as {@code trainer-service}. */
	public String module() {
		return this.module;
	}

	/** The main class. */
	public String main() {
		return this.main.getName();
	}

	/** Its own classes first, then the libraries, and nothing of the other services. */
	public List<String> classPath() {
		List<String> path = new ArrayList<>(List.of(ownClasses()));
		path.addAll(libraries());
		return path;
	}

	/** The classes and settings of nobody else. */
	public String ownClasses() {
		return entry(this.module);
	}

	/** What all services share. */
	public static List<String> libraries() {
		List<String> ours = new ArrayList<>(List.of(SUITE));
		Arrays.stream(values()).map(ServiceProgram::module).forEach(ours::add);
		return ForkedJvm.classPath().stream().filter((entry) -> !ours.contains(module(entry))).toList();
	}

	/** The classes of the embedded suite, with the embedded servers. */
	public static String suite() {
		return entry(SUITE);
	}

	private static String entry(String module) {
		List<String> found = ForkedJvm.classPath().stream().filter((entry) -> module(entry).equals(module)).toList();
		assertThat(found).as("classes of " + module).hasSize(1);
		return found.get(0);
	}

	/** The module that an entry {@code module/target/…} of the class path comes from. */
	private static String module(String entry) {
		Path target = Path.of(entry).getParent();
		boolean ours = target != null && target.endsWith("target");
		return ours ? target.getParent().getFileName().toString() : "";
	}

}
