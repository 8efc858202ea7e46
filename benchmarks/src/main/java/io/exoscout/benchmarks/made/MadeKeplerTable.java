package io.exoscout.benchmarks.made;

import java.util.List;
import java.util.Locale;

import io.exoscout.archive.Verdict;

/** Kepler objects of interest, as the archive's table {@code cumulative}. */
final class MadeKeplerTable extends MadeTable {

	private static final String COLUMNS = """
			kepid,kepoi_name,kepler_name,koi_disposition,koi_pdisposition,koi_score,koi_fpflag_nt,koi_fpflag_ss,\
			koi_fpflag_co,koi_fpflag_ec,koi_period,koi_period_err1,koi_period_err2,koi_time0bk,koi_time0bk_err1,\
			koi_time0bk_err2,koi_impact,koi_impact_err1,koi_impact_err2,koi_duration,koi_duration_err1,\
			koi_duration_err2,koi_depth,koi_depth_err1,koi_depth_err2,koi_prad,koi_prad_err1,koi_prad_err2,\
			koi_teq,koi_teq_err1,koi_teq_err2,koi_insol,koi_insol_err1,koi_insol_err2,koi_model_snr,\
			koi_tce_plnt_num,koi_tce_delivname,koi_steff,koi_steff_err1,koi_steff_err2,koi_slogg,koi_slogg_err1,\
			koi_slogg_err2,koi_srad,koi_srad_err1,koi_srad_err2,ra,dec,koi_kepmag""";

	MadeKeplerTable() {
		super(COLUMNS, 1400, 0.25);
	}

	@Override
	List<Cells> rows(SeededRandom random, Detection detection) {
		Star star = detection.star();
		Signal signal = detection.signal();
		Cells cells = new Cells(random);
		double faintness = 1 / (signal.strength() + 3);
		Star catalogued = new Star(star.number(), star.temperature() * random.logNormal(1, 0.015), star.mass(),
				star.radius() * random.logNormal(1, 0.1), star.magnitude(), star.distance(), star.ra(), star.dec());
		cells.measure("koi_impact", "_", signal.impact(), 0.3, 3)
			.measure("koi_depth", "_", signal.depth(), faintness, 1)
			.measure("koi_prad", "_", signal.radius(catalogued), 0.1 + faintness, 2)
			.put("koi_teq", catalogued.equilibrium(signal.period()), 0)
			.measure("koi_insol", "_", catalogued.insolation(signal.period()), 0.3, 2)
			.put("koi_model_snr", signal.strength(), 1)
			.measure("koi_steff", "_", catalogued.temperature(), 0.02, 0)
			.measure("koi_slogg", "_", catalogued.gravity(), 0.02, 3)
			.measure("koi_srad", "_", catalogued.radius(), 0.1, 3);
		if (detection.verdict() != Verdict.PLANET && random.chance(0.05)) {
			cells.forget("koi_");
		}
		cells.measure("koi_period", "_", signal.period(), 1e-5 * faintness * 50, 8)
			.measure("koi_duration", "_", signal.duration(), faintness, 4)
			.measure("koi_time0bk", "_", random.uniform(131, 131 + signal.period()), 1e-5, 6)
			.put("kepid", String.valueOf(90_000_000 + star.number()))
			.put("kepoi_name", String.format(Locale.ROOT, "K%05d.%02d", 20_000 + star.number(), detection.index()))
			.put("koi_tce_plnt_num", String.valueOf(detection.index()))
			.put("koi_tce_delivname", "made_tce")
			.put("koi_kepmag", star.magnitude(), 3)
			.put("ra", star.ra(), 6)
			.put("dec", star.dec(), 6);
		vet(random, detection, cells);
		return List.of(cells);
	}

	/** The traces a verdict leaves in the table. */
	private static void vet(SeededRandom random, Detection detection, Cells cells) {
		Signal.Kind kind = detection.signal().kind();
		boolean good = kind.isPlanet();
		cells.put("koi_pdisposition", good ? "CANDIDATE" : "FALSE POSITIVE")
			.put("koi_fpflag_nt", (kind == Signal.Kind.NOISE) ? "1" : "0")
			.put("koi_fpflag_ss", (kind == Signal.Kind.BINARY) ? "1" : "0")
			.put("koi_fpflag_co", (kind == Signal.Kind.BACKGROUND) ? "1" : "0")
			.put("koi_fpflag_ec", "0");
		if (random.chance(0.85)) {
			cells.put("koi_score", good ? random.uniform(0.7, 1) : random.uniform(0, 0.3), 3);
		}
		cells.put("koi_disposition", switch (detection.verdict()) {
			case PLANET -> "CONFIRMED";
			case NOT_PLANET -> "FALSE POSITIVE";
			case UNDECIDED -> "CANDIDATE";
		});
		if (detection.verdict() == Verdict.PLANET) {
			cells.put("kepler_name",
					"Kepler-" + (20_000 + detection.star().number()) + " " + (char) ('a' + detection.index()));
		}
	}

}
