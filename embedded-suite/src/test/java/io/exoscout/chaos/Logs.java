package io.exoscout.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What all processes of a run wrote, read after it. */
final class Logs {

	private static final Pattern CLAIM = Pattern.compile("Working on job (\\p{XDigit}{64}), attempt (\\d+)");

	/** What the faults bring with them, and a person should look at. */
	private static final Pattern EXPECTED = Pattern.compile(String.join("|", "used up its \\d+ attempts",
			"A message goes to the dead letters \\((unreadable_message|unknown_message_version)\\)",
			"Attempt \\d+ of job \\w+ failed \\((storage|database|store)_unavailable\\)",
			// how the AMQP client calls a line that went dead, in use or just opened
			"An unexpected connection driver error occurred",
			"Could not configure the channel to receive publisher confirms",
			// whoever hears of events asks for his queue while there is no broker
			"Failed to check/redeclare auto-delete queue", "Answered (storage|database|store)_unavailable to"));

	private final Path directory;

	Logs(Path directory) {
		this.directory = directory;
	}

	/** Errors that none of the faults explains. */
	List<String> unexpectedErrors() {
		List<String> errors = new ArrayList<>();
		lines((line) -> {
			if (line.contains(" ERROR ") && !EXPECTED.matcher(line).find()) {
				errors.add(line);
			}
		});
		return errors;
	}

	/** Attempts that more than one worker believed to have. */
	List<String> claimedTwice() {
		Map<String, Integer> claims = new HashMap<>();
		lines((line) -> {
			Matcher claim = CLAIM.matcher(line);
			if (claim.find()) {
				claims.merge("attempt %s of job %s".formatted(claim.group(2), claim.group(1)), 1, Integer::sum);
			}
		});
		return claims.entrySet().stream().filter((claim) -> claim.getValue() > 1).map(Map.Entry::getKey).toList();
	}

	private void lines(Consumer<String> reader) {
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				// whoever was killed may have left half a character
				new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(reader);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
