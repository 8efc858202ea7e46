package io.exoscout.study.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.LabelArrival;
import io.exoscout.online.LabelRule;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.study.StudyTables;
import org.jspecify.annotations.Nullable;

/** The TESS objects of interest as they were announced, with what became of them. */
final class ToiEvents {

	private static final String TABLE = "tess-toi-2025-10-04.csv";

	private static final List<String> MEASUREMENTS = List.of("pl_orbper", "pl_trandurh", "pl_trandep", "pl_rade",
			"pl_insol", "pl_eqt", "st_tmag", "st_dist", "st_teff", "st_logg", "st_rad");

	private static final String VERDICT = "tfopwg_disp";

	private static final List<String> PLANETS = List.of("CP", "KP");

	private static final List<String> OTHERS = List.of("FP", "FA");

	private ToiEvents() {
	}

	/**
	 * A stream whose rows bring verdicts along that count at once, as if they had been
	 * known.
	 */
	static StreamDefinition immediate() {
		return stream(new LabelRule(VERDICT, PLANETS, OTHERS, LabelArrival.WITH_EVENT, Duration.ZERO, null));
	}

	/**
	 * The same, but a verdict counts from the time on at which its row was last changed.
	 */
	static StreamDefinition late() {
		return stream(new LabelRule(VERDICT, PLANETS, OTHERS, LabelArrival.LATER, Duration.ofDays(7305), "rowupdate"));
	}

	private static StreamDefinition stream(LabelRule label) {
		List<StreamFeature> features = MEASUREMENTS.stream()
			.map((column) -> new StreamFeature(column, List.of(), Imputation.MEDIAN, false, List.of(), 0))
			.toList();
		return new StreamDefinition("TOI", List.of("toi"), "toi_created", List.of(), Duration.ZERO, label, features,
				StreamModel.of(StreamModel.SGD), DriftWatch.of(DriftWatch.NONE), QualitySpan.STANDARD);
	}

	/**
	 * The events of the table, in the order in which they were announced.
	 * @param definition of one of the streams
	 */
	static List<StreamEvent> read(StreamDefinition definition) throws IOException {
		List<@Nullable String[]> cells = new ArrayList<>();
		try (BufferedReader lines = Files.newBufferedReader(StudyTables.archived(TABLE))) {
			String line = lines.readLine();
			while (line.startsWith("#")) {
				line = lines.readLine();
			}
			List<String> header = List.of(line.split(","));
			for (line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] row = line.split(",", -1);
				cells.add(definition.columns()
					.stream()
					.map((column) -> row[header.indexOf(column)])
					.toArray(String[]::new));
			}
		}
		int time = definition.columns().indexOf("toi_created");
		cells.sort(Comparator.comparing((@Nullable String[] row) -> String.valueOf(row[time])));
		List<StreamEvent> events = new ArrayList<>();
		for (StreamArrival arrival : StreamRows.decoded(definition, cells)) {
			events.add((StreamEvent) arrival);
		}
		return events;
	}

	static List<String> measurements() {
		return MEASUREMENTS;
	}

}
