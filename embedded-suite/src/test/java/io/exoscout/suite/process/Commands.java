package io.exoscout.suite.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Programs of the machine. */
final class Commands {

	private static final int NOT_FOUND = 127;

	private Commands() {
	}

	/** Runs a command to its end and gives its exit code, 127 if there is none such. */
	static int run(String... command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			if (ex.getMessage().contains("error=2,")) {
				return NOT_FOUND;
			}
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
