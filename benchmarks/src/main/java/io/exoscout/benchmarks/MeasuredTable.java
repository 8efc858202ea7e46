package io.exoscout.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The Kepler table that everything is measured with.
 *
 * @param name what it is, for the reader of the results
 * @param bytes the file
 */
public record MeasuredTable(String name, byte[] bytes) {

	private static final String REAL = "kepler-koi-cumulative-2025-10-04.csv";

	private static final Path OWN = Path.of("test_data/kepler/training.csv");

	/**
	 * The archive's own table where there is one, else the bundled one.
	 * @param folder where the archive's tables are, if anywhere
	 * @return the table
	 * @throws IOException if neither can be read
	 */
	public static MeasuredTable find(@Nullable String folder) throws IOException {
		Path real = Path.of((folder != null) ? folder : "../shared/data", REAL);
		return Files.isReadable(real)
				? new MeasuredTable("the archive's cumulative KOI table", Files.readAllBytes(real))
				: new MeasuredTable("the bundled table " + OWN, Files.readAllBytes(OWN));
	}

	/** The rows below the header. */
	long rows() {
		try (Stream<String> lines = new String(this.bytes, StandardCharsets.UTF_8).lines()) {
			return lines.dropWhile((line) -> line.startsWith("#")).count() - 1;
		}
	}

}
