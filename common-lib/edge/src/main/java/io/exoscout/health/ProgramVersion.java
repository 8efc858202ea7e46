package io.exoscout.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The program that runs, as the build wrote it down.
 *
 * @param version its version
 * @param commit the commit it was built from, with {@code -dirty} behind it if there were
 * changes; {@link #UNKNOWN} where it was built without a repository
 */
public record ProgramVersion(String version, String commit) {

	/** What stands for a commit, or a version, that is not known. */
	public static final String UNKNOWN = "unknown";

	private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}(-dirty)?");

	private static final ProgramVersion CURRENT = of(read());

	/** This one. */
	public static ProgramVersion current() {
		return CURRENT;
	}

	static ProgramVersion of(Properties built) {
		String commit = built.getProperty("commit", "");
		return new ProgramVersion(built.getProperty("version", UNKNOWN),
				COMMIT.matcher(commit).matches() ? commit : UNKNOWN);
	}

	private static Properties read() {
		Properties built = new Properties();
		try (InputStream file = ProgramVersion.class.getResourceAsStream("program.properties")) {
			if (file != null) {
				built.load(file);
			}
			return built;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
