package io.exoscout.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What nobody uses any more, but might want to look at: below {@code set-aside}. */
public final class SetAside {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
		.withZone(ZoneOffset.UTC);

	private SetAside() {
	}

	/**
	 * Moves a directory of a data directory out of the way.
	 * @param home the data directory
	 * @param directory below it
	 * @return where it is now
	 */
	public static Path move(Path home, Path directory) throws IOException {
		Path all = home.resolve("set-aside");
		String stamp = STAMP.format(Instant.now());
		Path place = all.resolve(stamp).resolve(directory.getFileName());
		for (int i = 2; Files.exists(place); i++) {
			place = all.resolve(stamp + "-" + i).resolve(directory.getFileName());
		}
		Files.createDirectories(place.getParent());
		return Files.move(directory, place);
	}

}
