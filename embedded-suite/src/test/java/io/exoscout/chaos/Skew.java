package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Wrong clocks, by way of the library that Debian's {@code faketime} brings. */
final class Skew {

	private static final Path LIBRARIES = Path.of("/usr/lib");

	private Skew() {
	}

	/** The library, if the machine has it. */
	static Optional<Path> library() {
		try (Stream<Path> places = Files.isDirectory(LIBRARIES) ? Files.list(LIBRARIES) : Stream.empty()) {
			return places.map((place) -> place.resolve("faketime/libfaketime.so.1")).filter(Files::exists).findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What gives a process a clock that is ahead, or behind if negative. */
	static Map<String, String> settings(Path library, Duration ahead) {
		// what measures how long something takes stays right, as it does on a machine
		// whose date is wrong
		return Map.of("LD_PRELOAD", library.toString(), "FAKETIME", "%+d".formatted(ahead.toSeconds()),
				"DONT_FAKE_MONOTONIC", "1",
				// otherwise waiting for a condition ends at once, and the JVM spins
				"FAKETIME_FORCE_MONOTONIC_FIX", "0", "NO_FAKE_STAT", "1");
	}

}
