package io.exoscout.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The archive's real tables. They are not part of the sources: the folder is
 * {@code EXOSCOUT_DATA}, by default {@code shared/data} beside the repository. Without it
 * a test that asks for one is skipped, or fails where {@code CI} is set.
 */
public final class RealTables {

	/** Kepler objects of interest, default columns: 9,564 rows. */
	public static final String KEPLER = "kepler-koi-cumulative-2025-10-04.csv";

	/** Candidates only, default columns: 1,969 rows. */
	public static final String KEPLER_CANDIDATES = "kepler-koi-candidates-only-2025-10-05.csv";

	/** Candidates only, 153 columns: 1,979 rows. */
	public static final String KEPLER_153_COLUMNS = "kepler-koi-candidates-153-columns-resaved.csv";

	/** Deep, close-in transits, 140 columns: 1,699 rows. */
	public static final String KEPLER_140_COLUMNS = "kepler-koi-all-140-columns-subset-2019-04-17.csv";

	/** The 2017 copy with a byte order mark: 9,564 rows. */
	public static final String KEPLER_2017 = "kepler-koi-kaggle-2017-bom.csv";

	/** The last Kepler catalogue: 8,054 rows. */
	public static final String KEPLER_DR25 = "kepler-koi-dr25-2025-10-04.csv";

	/** TESS objects of interest, default columns: 7,703 rows. */
	public static final String TESS = "tess-toi-2025-10-04.csv";

	/** The same in 26 columns. */
	public static final String TESS_26_COLUMNS = "tess-toi-26-columns-2025-10-04.csv";

	/** K2 planets and candidates: 4,004 rows of 1,806 planets. */
	public static final String K2 = "k2-k2pandc-2025-10-04.csv";

	/** Confirmed planets only: nothing to vet. */
	public static final String CONFIRMED = "confirmed-planets-pscomppars-2025-11-16.csv";

	/** Threshold crossing events: another kind of table. */
	public static final String TCE = "kepler-tce-dr24-autovetter.csv";

	/** The Robovetter's verdicts, separated by blanks. */
	public static final String ROBOVETTER = "kepler-tce-dr25-robovetter-output.txt";

	private RealTables() {
	}

	/** Where a real table lies; skips or fails the calling test when it is not there. */
	public static Path path(String name) {
		String configured = System.getenv("EXOSCOUT_DATA");
		Path file = Stream.of(configured, "../shared/data", "../../shared/data")
			.filter((folder) -> folder != null)
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isRegularFile)
			.findFirst()
			.orElse(null);
		if (file == null && System.getenv("CI") != null) {
			Assertions.fail("the real table " + name + " is missing; set EXOSCOUT_DATA to its folder");
		}
		Assumptions.assumeTrue(file != null, "the real table " + name + " is not here; EXOSCOUT_DATA names its folder");
		return file;
	}

	public static InputStream open(String name) {
		try {
			return Files.newInputStream(path(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static byte[] bytes(String name) {
		try {
			return Files.readAllBytes(path(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
