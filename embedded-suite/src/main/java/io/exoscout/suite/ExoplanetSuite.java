package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.exoscout.backup.BackupFailed;
import io.exoscout.database.StartFailed;
import org.slf4j.LoggerFactory;

/**
 * Everything in one process. {@code java -jar exoscout.jar} serves until it is stopped,
 * {@code java -jar exoscout.jar demo TABLE} shows the whole way of a table once,
 * {@code java -jar exoscout.jar database} serves the database alone,
 * {@code java -jar exoscout.jar backup FILE} and {@code restore FILE} keep and bring back
 * everything.
 */
public class ExoplanetSuite {

	public static void main(String[] args) throws IOException, InterruptedException {
		// by default these go to the console, which belongs to the user
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LoggerFactory.getLogger(ExoplanetSuite.class)
			.error("Thread {} came to an unexpected end", thread.getName(), failure));
		List<String> words = Arrays.stream(args).filter((arg) -> !arg.startsWith("--")).toList();
		String command = words.isEmpty() ? "" : words.get(0);
		try {
			switch (command) {
				case "demo" -> Demo.run(words.subList(1, words.size()), System.out);
				case "database" -> serveDatabase(args, System.out);
				case "backup" -> BackupCommand.of(words, args).backup(System.out);
				case "restore" -> BackupCommand.of(words, args).restore(System.out);
				default -> serve(args, System.out);
			}
		}
		catch (StartFailed | BackupFailed ex) {
			boolean starting = !List.of("backup", "restore").contains(command);
			System.err
				.println((starting ? "ExoScout did not start: " : "The " + command + " failed: ") + ex.getMessage());
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
