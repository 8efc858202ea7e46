package io.exoscout.trainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.exoscout.dataset.Mission;
import io.exoscout.dataset.ObjectTable;

/**
 * Reads unquoted archive tables, one row per object, until the dataset reader is there.
 */
final class LocalTables {

	private static final Set<String> NOT_FEATURES = Set.of("koi_score", "koi_tce_plnt_num", "koi_fpflag_nt",
			"koi_fpflag_ss", "koi_fpflag_co", "koi_fpflag_ec", "kepid", "rowid", "ra", "dec", "koi_time0bk",
			"koi_time0bk_err1", "koi_time0bk_err2", "toi", "tid", "pl_tranmid", "pl_tranmiderr1", "pl_tranmiderr2",
			"st_pmra", "st_pmraerr1", "st_pmraerr2", "st_pmdec", "st_pmdecerr1", "st_pmdecerr2", "ctoi_alias",
			"pl_pnum", "toipfx");

	static ObjectTable koi() throws IOException {
		return read("kepler-koi-cumulative-2025-10-04.csv", Mission.KEPLER);
	}

	static ObjectTable toi() throws IOException {
		return read("tess-toi-2025-10-04.csv", Mission.TESS);
	}

	static ObjectTable read(String file, Mission mission) throws IOException {
		Path folder = Path.of(System.getenv().getOrDefault("EXOSCOUT_DATA", "../../shared/data"));
		List<String[]> rows = new ArrayList<>();
		for (String line : Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8)) {
			if (!rows.isEmpty() || !line.startsWith("#")) {
				rows.add(line.split(",", -1));
			}
		}
		List<String> header = List.of(rows.remove(0));
		List<String> columns = new ArrayList<>();
		List<float[]> values = new ArrayList<>();
		for (int c = 0; c < header.size(); c++) {
			float[] column = column(rows, c);
			if (column != null && !NOT_FEATURES.contains(header.get(c)) && !header.get(c).endsWith("lim")) {
				columns.add(header.get(c));
				values.add(column);
			}
		}
		return new ObjectTable(mission, java.util.stream.LongStream.rangeClosed(1, rows.size()).toArray(),
				text(rows, header.indexOf(mission.objectColumn())), text(rows, header.indexOf(mission.starColumn())),
				text(rows, header.indexOf(mission.labelColumn())), columns, values.toArray(float[][]::new));
	}

	private static String[] text(List<String[]> rows, int column) {
		return rows.stream().map((row) -> row[column]).toArray(String[]::new);
	}

	private static float[] column(List<String[]> rows, int column) {
		float[] values = new float[rows.size()];
		Arrays.fill(values, Float.NaN);
		boolean any = false;
		for (int row = 0; row < values.length; row++) {
			String cell = rows.get(row)[column];
			try {
				if (!cell.isEmpty()) {
					values[row] = Float.parseFloat(cell);
					any = true;
				}
			}
			catch (NumberFormatException ex) {
				return null;
			}
		}
		return any ? values : null;
	}

	private LocalTables() {
	}

}
