package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import io.exoscout.backup.BackupFailed;
import io.exoscout.database.StartFailed;
import io.exoscout.health.ProgramVersion;

/**
 * Everything in one process. {@code java -jar exoscout.jar} serves until it is stopped;
 * what else it can do says {@code java -jar exoscout.jar help}.
 */
public class ExoplanetSuite {

	public static void main(String[] typed) throws IOException, InterruptedException {
		Thread.setDefaultUncaughtExceptionHandler(new UnexpectedEnds(Runtime.getRuntime()::halt));
		String[] args = KeysCommand.joined(typed);
		SuiteCommand command;
		try {
			command = SuiteCommand.of(args);
			if (command == SuiteCommand.KEYS) {
				KeysCommand.of(args);
			}
		}
		catch (SuiteCommand.UnknownCommand ex) {
			System.err.println("ExoScout did not start: " + ex.getMessage());
			System.err.println(SuiteCommand.help());
			System.exit(2);
			return;
		}
		run(command, args);
	}

	private static void run(SuiteCommand command, String... args) throws IOException, InterruptedException {
		List<String> words = SuiteCommand.words(args);
		try {
			switch (command) {
				case SERVE -> serve(args, System.out);
				case DEMO -> Demo.run(Path.of(words.get(1)), System.out);
				case DATABASE -> serveDatabase(args, System.out);
				case KEYS -> KeysCommand.of(args).run(System.out);
				case BACKUP -> new BackupCommand(words.get(1), args).backup(System.out);
				case RESTORE -> new BackupCommand(words.get(1), args).restore(System.out);
				case VERSION -> System.out.println("ExoScout " + ProgramVersion.current().version() + ", commit "
						+ ProgramVersion.current().commit());
				case HELP -> System.out.println(SuiteCommand.help());
			}
		}
		catch (StartFailed | BackupFailed ex) {
			System.err.println(switch (command) {
				case BACKUP, RESTORE -> "The " + command.word() + " failed: ";
				case KEYS -> "Nothing was changed: ";
				default -> "ExoScout did not start: ";
			} + ex.getMessage());
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
