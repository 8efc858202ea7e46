package io.exoscout.benchmarks.made;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;

/**
 * Makes tables of our own in the archive's formats, of any size: stars and signals are
 * drawn from simple physics (circular orbits, Kepler's third law, photon noise), so
 * labels follow from what is in the columns, as far as vetting ever does. The same seed
 * gives the same bytes on every machine.
 */
public final class TableSynthesiser {

	private static final String USAGE = "usage: TableSynthesiser <kepler|tess|k2> <objects> <seed> [--candidates]";

	private TableSynthesiser() {
	}

	/**
	 * Writes a table to standard output.
	 * @param arguments mission, number of objects, seed and, for undecided objects only,
	 * {@code --candidates}
	 */
	public static void main(String[] arguments) throws IOException {
		boolean candidates = arguments.length == 4 && arguments[3].equals("--candidates");
		if (arguments.length != 3 && !candidates) {
			throw new IllegalArgumentException(USAGE);
		}
		Mission mission = Mission.of(arguments[0]).orElseThrow(() -> new IllegalArgumentException(USAGE));
		try (OutputStream out = new BufferedOutputStream(System.out)) {
			write(mission, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), candidates, out);
		}
	}

	/**
	 * Writes a table.
	 * @param mission in whose format
	 * @param objects how many objects
	 * @param seed where all chance starts
	 * @param candidates whether all of them are undecided
	 * @param out where to
	 */
	public static void write(Mission mission, int objects, long seed, boolean candidates, OutputStream out)
			throws IOException {
		MadeTable table = switch (mission) {
			case KEPLER -> new MadeKeplerTable();
			case TESS -> new MadeTessTable();
			case K2 -> new MadeK2Table();
		};
		SeededRandom random = new SeededRandom(seed);
		List<String> columns = table.columns();
		print(out, "# This file was made by the ExoScout table synthesiser. It holds no real data.\n#\n");
		for (String column : columns) {
			print(out, "# COLUMN " + column + ": " + ArchiveColumns.of(mission, column).meaning() + "\n");
		}
		print(out, "#\n" + String.join(",", columns) + "\n");
		for (Detection detection : table.survey(random, objects, candidates)) {
			for (Cells row : table.rows(random, detection)) {
				print(out, row.line(columns));
			}
		}
	}

	private static void print(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}

}
