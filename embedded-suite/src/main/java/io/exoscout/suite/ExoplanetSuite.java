package io.exoscout.suite;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.exoscout.catalog.CatalogConfiguration;
import io.exoscout.jobs.JobsConfiguration;
import io.exoscout.orchestrator.OrchestratorConfiguration;
import io.exoscout.predictor.PredictorConfiguration;
import io.exoscout.trainer.TrainerConfiguration;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Everything in one process. {@code java -jar exoscout.jar} serves until it is stopped,
 * {@code java -jar exoscout.jar demo TABLE} shows the whole way of a table once,
 * {@code java -jar exoscout.jar database} serves the database alone.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ OrchestratorConfiguration.class, TrainerConfiguration.class, PredictorConfiguration.class,
		JobsConfiguration.class, CatalogConfiguration.class, SuiteConfiguration.class,
		EmbeddedBrokerConfiguration.class })
public class ExoplanetSuite {

	public static void main(String[] args) throws Exception {
		// by default these go to the console, which belongs to the user
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LoggerFactory.getLogger(ExoplanetSuite.class)
			.error("Thread {} came to an unexpected end", thread.getName(), failure));
		List<String> words = Arrays.asList(args);
		try {
			if (words.contains("demo")) {
				List<String> tables = words.subList(words.indexOf("demo") + 1, words.size());
				Demo.run(tables, System.out);
			}
			else if (words.contains("database")) {
				serveDatabase(args, System.out);
			}
			else {
				serve(args, System.out);
			}
		}
		catch (StartFailed ex) {
			System.err.println("ExoScout did not start: " + ex.getMessage());
			System.exit(1);
		}
	}

	private static void serve(String[] args, PrintStream out) {
		long began = System.nanoTime();
		RunningSuite suite = RunningSuite.start(args);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, out), "stop"));
		out.printf("ExoScout is ready after %.1f s%n", (System.nanoTime() - began) / 1e9);
		out.println("  page  " + suite.url() + "/");
		out.println("  docs  " + suite.url() + "/docs");
		out.println("  data  " + readable(suite.home()));
		out.println("  log   " + readable(suite.log()));
		out.println("Stop with Ctrl-C.");
	}

	private static void serveDatabase(String[] args, PrintStream out) {
		DatabaseServer database = DatabaseServer.start(args);
		Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop"));
		out.println("The database is ready at " + database.uri());
	}

	private static void stop(RunningSuite suite, PrintStream out) {
		suite.close();
		out.println("ExoScout has stopped.");
	}

	private static String readable(Path home) {
		Path user = Path.of(System.getProperty("user.home"));
		return home.startsWith(user) ? Path.of("~").resolve(user.relativize(home)).toString() : home.toString();
	}

}
