package io.exoscout.benchmarks.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.exoscout.archive.Verdict;

/**
 * K2 planets and candidates, as the archive's table {@code k2pandc}: a row for every
 * publication, of which one is the default. As in the real one, confirmed planets were
 * published more often and have more cells filled.
 */
final class MadeK2Table extends MadeTable {

	private static final String COLUMNS = """
			pl_name,hostname,default_flag,disposition,disp_refname,sy_snum,sy_pnum,discoverymethod,disc_year,\
			disc_facility,soltype,pl_controv_flag,pl_refname,pl_orbper,pl_orbpererr1,pl_orbpererr2,pl_orbperlim,\
			pl_orbsmax,pl_orbsmaxerr1,pl_orbsmaxerr2,pl_orbsmaxlim,pl_rade,pl_radeerr1,pl_radeerr2,pl_radelim,\
			pl_radj,pl_radjerr1,pl_radjerr2,pl_radjlim,pl_bmasse,pl_bmasseerr1,pl_bmasseerr2,pl_bmasselim,\
			pl_bmassj,pl_bmassjerr1,pl_bmassjerr2,pl_bmassjlim,pl_bmassprov,pl_orbeccen,pl_orbeccenerr1,\
			pl_orbeccenerr2,pl_orbeccenlim,pl_insol,pl_insolerr1,pl_insolerr2,pl_insollim,pl_eqt,pl_eqterr1,\
			pl_eqterr2,pl_eqtlim,ttv_flag,st_refname,st_spectype,st_teff,st_tefferr1,st_tefferr2,st_tefflim,\
			st_rad,st_raderr1,st_raderr2,st_radlim,st_mass,st_masserr1,st_masserr2,st_masslim,st_met,st_meterr1,\
			st_meterr2,st_metlim,st_metratio,st_logg,st_loggerr1,st_loggerr2,st_logglim,sy_refname,rastr,ra,\
			decstr,dec,sy_dist,sy_disterr1,sy_disterr2,sy_vmag,sy_vmagerr1,sy_vmagerr2,sy_kmag,sy_kmagerr1,\
			sy_kmagerr2,sy_gaiamag,sy_gaiamagerr1,sy_gaiamagerr2,rowupdate,pl_pubdate,releasedate""";

	/** Authors of no real paper; one needs an HTML entity, as some do in the archive. */
	private static final List<String> AUTHORS = List.of("Alder", "Birch", "Mo&#x10D;nik", "Elm", "Rowan", "Willow");

	MadeK2Table() {
		super(COLUMNS, 80, 0.92);
	}

	@Override
	List<Cells> rows(SeededRandom random, Detection detection) {
		boolean confirmed = detection.verdict() == Verdict.PLANET;
		int publications = 1;
		while (publications < 6 && random.chance(confirmed ? 0.6 : 0.15)) {
			publications++;
		}
		int byDefault = (int) random.uniform(0, publications);
		String label = label(random, detection);
		List<Cells> rows = new ArrayList<>();
		for (int i = 0; i < publications; i++) {
			rows.add(publication(random, detection, label, i == byDefault));
		}
		return rows;
	}

	private static Cells publication(SeededRandom random, Detection detection, String label, boolean byDefault) {
		Star star = detection.star();
		Signal signal = detection.signal();
		boolean confirmed = detection.verdict() == Verdict.PLANET;
		Cells cells = new Cells(random);
		cells.measure("pl_orbper", "", signal.period() * (1 + random.normal(0, 1e-5)), 1e-4, 6)
			.measure("sy_dist", "", star.distance() / 2, 0.01, 2)
			.measure("sy_vmag", "", star.magnitude() + 0.3, 0.003, 3)
			.measure("sy_kmag", "", star.magnitude() - 1.6 + (5600 - star.temperature()) / 2000, 0.002, 3)
			.measure("sy_gaiamag", "", star.magnitude(), 0.0001, 4);
		if (!random.chance(0.1)) {
			cells.measure("st_teff", "", star.temperature() * random.logNormal(1, 0.015), 0.02, 0)
				.measure("st_rad", "", star.radius() * random.logNormal(1, 0.08), 0.08, 2)
				.measure("st_logg", "", star.gravity() + random.normal(0, 0.05), 0.02, 2);
		}
		if (confirmed || random.chance(0.3)) {
			double radius = signal.radius(star);
			cells.measure("pl_rade", "", radius, 0.08, 2).measure("pl_radj", "", radius / 11.209, 0.08, 3);
		}
		if (confirmed && random.chance(0.4)) {
			cells.put("pl_eqt", star.equilibrium(signal.period()), 0)
				.measure("pl_insol", "", star.insolation(signal.period()), 0.1, 2)
				.measure("st_mass", "", star.mass(), 0.05, 2);
		}
		return publish(random, detection, label, byDefault, cells);
	}

	private static Cells publish(SeededRandom random, Detection detection, String label, boolean byDefault,
			Cells cells) {
		Star star = detection.star();
		boolean confirmed = detection.verdict() == Verdict.PLANET;
		String host = "EPIC " + (299_000_000 + star.number());
		String author = AUTHORS.get((int) random.uniform(0, AUTHORS.size()));
		String reference = "<a refstr=" + author.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")
				+ " href=https://example.org/>" + author + " et al.</a>";
		return cells.put("pl_name", host + "." + String.format(Locale.ROOT, "%02d", detection.index()))
			.put("hostname", host)
			.put("default_flag", byDefault ? "1" : "0")
			.put("disposition", label)
			.put("disp_refname", reference)
			.put("pl_refname", reference)
			.put("st_refname", reference)
			.put("sy_refname", reference)
			.put("sy_snum", "1")
			.put("sy_pnum", confirmed ? String.valueOf(detection.index()) : "0")
			.put("discoverymethod", "Transit")
			.put("disc_year", "2025")
			.put("disc_facility", "K2")
			.put("soltype", confirmed ? "Published Confirmed" : "Published Candidate")
			.put("pl_controv_flag", "0")
			.put("ttv_flag", "0")
			.put("ra", star.ra(), 6)
			.put("dec", star.dec() - 40, 6)
			.put("rowupdate", "2025-01-01")
			.put("pl_pubdate", "2025-01")
			.put("releasedate", "2025-01-01");
	}

	private static String label(SeededRandom random, Detection detection) {
		boolean rare = random.chance(0.05);
		return switch (detection.verdict()) {
			case PLANET -> "CONFIRMED";
			case NOT_PLANET -> rare ? "REFUTED" : "FALSE POSITIVE";
			case UNDECIDED -> "CANDIDATE";
		};
	}

}
