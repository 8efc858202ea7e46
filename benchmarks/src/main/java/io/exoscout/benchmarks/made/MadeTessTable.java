package io.exoscout.benchmarks.made;

import java.util.List;
import java.util.Locale;

/** TESS objects of interest, as the archive's table {@code TOI}. */
final class MadeTessTable extends MadeTable {

	private static final String COLUMNS = """
			toi,tid,tfopwg_disp,rastr,ra,decstr,dec,st_pmra,st_pmraerr1,st_pmraerr2,st_pmralim,st_pmdec,\
			st_pmdecerr1,st_pmdecerr2,st_pmdeclim,pl_tranmid,pl_tranmiderr1,pl_tranmiderr2,pl_tranmidlim,\
			pl_orbper,pl_orbpererr1,pl_orbpererr2,pl_orbperlim,pl_trandurh,pl_trandurherr1,pl_trandurherr2,\
			pl_trandurhlim,pl_trandep,pl_trandeperr1,pl_trandeperr2,pl_trandeplim,pl_rade,pl_radeerr1,\
			pl_radeerr2,pl_radelim,pl_insol,pl_insolerr1,pl_insolerr2,pl_insollim,pl_eqt,pl_eqterr1,pl_eqterr2,\
			pl_eqtlim,st_tmag,st_tmagerr1,st_tmagerr2,st_tmaglim,st_dist,st_disterr1,st_disterr2,st_distlim,\
			st_teff,st_tefferr1,st_tefferr2,st_tefflim,st_logg,st_loggerr1,st_loggerr2,st_logglim,st_rad,\
			st_raderr1,st_raderr2,st_radlim,toi_created,rowupdate""";

	MadeTessTable() {
		super(COLUMNS, 110, 0.55);
	}

	@Override
	List<Cells> rows(SeededRandom random, Detection detection) {
		Star star = detection.star();
		Signal signal = detection.signal();
		double faintness = 1 / (signal.strength() + 3);
		double motion = 4e4 / star.distance();
		Cells cells = new Cells(random);
		cells.measure("pl_trandep", "", signal.depth(), faintness, 2)
			.measure("pl_rade", "", signal.radius(star) * random.logNormal(1, 0.06), 0.06, 3)
			.put("pl_insol", star.insolation(signal.period()), 3)
			.put("pl_eqt", star.equilibrium(signal.period()), 0)
			.measure("st_teff", "", star.temperature() * random.logNormal(1, 0.015), 0.02, 0)
			.measure("st_logg", "", star.gravity() + random.normal(0, 0.05), 0.02, 2)
			.measure("st_rad", "", star.radius() * random.logNormal(1, 0.05), 0.05, 3);
		if (random.chance(0.04)) {
			cells.forget("st_");
			cells.forget("pl_rade");
			cells.forget("pl_insol");
			cells.forget("pl_eqt");
		}
		if (random.chance(0.05)) {
			cells.forget("st_logg");
		}
		cells.measure("pl_orbper", "", signal.period(), 1e-4 * faintness * 50, 7)
			.measure("pl_trandurh", "", signal.duration(), faintness, 3)
			.measure("pl_tranmid", "", random.uniform(2_458_325, 2_460_000), 1e-9, 6)
			.measure("st_pmra", "", random.normal(0, motion), 0.02, 3)
			.measure("st_pmdec", "", random.normal(0, motion), 0.02, 3)
			.measure("st_tmag", "", star.magnitude() - 3, 0.001, 3)
			.measure("st_dist", "", star.distance() / 4, 0.01, 2)
			.put("toi", String.format(Locale.ROOT, "%d.%02d", 20_000 + star.number(), detection.index()))
			.put("tid", String.valueOf(9_000_000_000L + star.number()))
			.put("ra", star.ra(), 6)
			.put("dec", star.dec(), 6)
			.put("rastr", Sexagesimal.of(star.ra() / 15, "h"))
			.put("decstr", Sexagesimal.of(star.dec(), "d"))
			.put("toi_created", "2025-01-01 00:00:00")
			.put("rowupdate", "2025-01-01 00:00:00")
			.put("tfopwg_disp", label(random, detection));
		columns().stream().filter((column) -> column.endsWith("lim")).forEach((column) -> cells.put(column, "0"));
		return List.of(cells);
	}

	private static String label(SeededRandom random, Detection detection) {
		boolean rare = random.chance(0.15);
		return switch (detection.verdict()) {
			case PLANET -> rare ? "KP" : "CP";
			case NOT_PLANET -> (detection.signal().kind() == Signal.Kind.NOISE) ? "FA" : "FP";
			case UNDECIDED -> rare ? "APC" : "PC";
		};
	}

}
