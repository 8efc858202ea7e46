package io.exoscout.study.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.exoscout.cleaning.Cleaner;
import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.EventDecoder;
import io.exoscout.online.LabelRule;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.study.StudyTables;
import org.jspecify.annotations.Nullable;

/**
 * A real stream in memory.
 *
 * @param definition what it is
 * @param cells of its rows, as the definition wants them
 * @param values what a model is to look at, gaps filled; rows with others are left out
 * @param labels one per row of values
 */
record StreamRows(StreamDefinition definition, List<@Nullable String[]> cells, double[][] values, boolean[] labels) {

	/** When all of it is taken to have come. */
	static final long NOW = 1_790_000_000_000L;

	/** Web sites, half hours of a market, and days of weather stations. */
	static List<StreamRows> all() throws IOException {
		return List.of(
				read("phishing.csv.gz",
						untimed("phishing", "is_phishing", "empty_server_form_handler", "popup_window", "https",
								"request_from_other_domain", "anchor_from_other_domain", "is_popular", "long_url",
								"age_of_domain", "ip_in_url")),
				read("elec2.csv", untimed("Elec2", "class", "period", "nswprice", "nswdemand", "vicprice", "vicdemand",
						"transfer")),
				read("gsod-1972-587-stations.csv.gz", thunder()));
	}

	private static StreamDefinition untimed(String name, String label, String... features) {
		return new StreamDefinition(name, List.of(), null, List.of(), Duration.ZERO, LabelRule.withEvent(label, "1"),
				Stream.of(features).map(StreamFeature::of).toList(), StreamModel.of(StreamModel.SGD),
				DriftWatch.of(DriftWatch.ADWIN), QualitySpan.STANDARD);
	}

	private static StreamDefinition thunder() {
		return new StreamDefinition("GSOD 1972", List.of("stn", "wban", "date"), "date", List.of("stn", "wban"),
				Duration.ofDays(1), LabelRule.withEvent("thunder", "1"),
				List.of(weather("temp", 9999.9, Imputation.DROP), weather("dewp", 9999.9, Imputation.DROP),
						weather("slp", 9999.9, Imputation.MEAN), weather("wdsp", 999.9, Imputation.DROP),
						weather("prcp", 99.99, Imputation.ZERO)),
				StreamModel.of(StreamModel.SGD), DriftWatch.of(DriftWatch.ADWIN), QualitySpan.STANDARD);
	}

	private static StreamFeature weather(String column, double missing, Imputation impute) {
		return new StreamFeature(column, List.of(missing), impute, false, List.of(), 0);
	}

	private static StreamRows read(String name, StreamDefinition definition) throws IOException {
		Path file = StudyTables.archived("streams/" + name);
		List<@Nullable String[]> cells = new ArrayList<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				name.endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file),
				StandardCharsets.UTF_8))) {
			List<String> header = List.of(lines.readLine().split(","));
			int[] places = definition.columns().stream().mapToInt(header::indexOf).toArray();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				cells.add(picked(line.split(",", -1), places));
			}
		}
		return cleaned(definition, cells);
	}

	private static @Nullable String[] picked(String[] row, int[] places) {
		String[] picked = new String[places.length];
		for (int i = 0; i < places.length; i++) {
			picked[i] = row[places[i]];
		}
		return picked;
	}

	private static StreamRows cleaned(StreamDefinition definition, List<@Nullable String[]> cells) {
		Cleaner cleaner = new Cleaner(definition.features());
		List<double[]> values = new ArrayList<>();
		List<Boolean> labels = new ArrayList<>();
		for (StreamArrival arrival : decoded(definition, cells)) {
			StreamEvent event = (StreamEvent) arrival;
			double[] inputs = new double[cleaner.names().size()];
			boolean complete = cleaner.inputs(event.key(), event.time(), event.values(), inputs);
			cleaner.add(event.key(), event.time(), event.values(), Long.MIN_VALUE);
			if (complete && !hasGap(inputs)) {
				values.add(inputs);
				labels.add(event.label() == 1);
			}
		}
		boolean[] all = new boolean[labels.size()];
		for (int i = 0; i < all.length; i++) {
			all[i] = labels.get(i);
		}
		return new StreamRows(definition, cells, values.toArray(double[][]::new), all);
	}

	private static boolean hasGap(double[] inputs) {
		for (double input : inputs) {
			if (input != input) {
				return true;
			}
		}
		return false;
	}

	static List<StreamArrival> decoded(StreamDefinition definition, List<@Nullable String[]> cells) {
		EventDecoder decoder = new EventDecoder(definition);
		List<StreamArrival> arrivals = new ArrayList<>();
		for (@Nullable
		String[] row : cells) {
			long seq = arrivals.size() + 1L;
			arrivals.add(decoder.event(seq, seq + 1, NOW, row));
		}
		return arrivals;
	}

}
