package io.exoscout.online;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Real streams, from the folder {@code streams} of the real tables; without it a test
 * that asks for one is skipped, or fails where {@code CI} is set.
 */
public final class RealStreams {

	/** When they are taken to have come. */
	public static final long NOW = 1_790_000_000_000L;

	private RealStreams() {
	}

	/** 1,250 web sites, label with the event, no time. */
	public static StreamDefinition phishing() {
		return untimed("phishing", "is_phishing", "empty_server_form_handler", "popup_window", "https",
				"request_from_other_domain", "anchor_from_other_domain", "is_popular", "long_url", "age_of_domain",
				"ip_in_url");
	}

	public static List<StreamArrival> phishing(StreamDefinition definition) {
		return events(definition, "phishing.csv.gz");
	}

	/** 45,312 half hours of a market of electricity, label with the event, no time. */
	public static StreamDefinition elec2() {
		return untimed("elec2", "class", "period", "nswprice", "nswdemand", "vicprice", "vicdemand", "transfer");
	}

	public static List<StreamArrival> elec2(StreamDefinition definition) {
		return events(definition, "elec2.csv");
	}

	private static StreamDefinition untimed(String name, String label, String... features) {
		return new StreamDefinition(name, List.of(), null, List.of(), Duration.ZERO, LabelRule.withEvent(label, "1"),
				Stream.of(features).map(StreamFeature::of).toList(), StreamModel.of(StreamModel.SGD),
				DriftWatch.of(DriftWatch.ADWIN), QualitySpan.STANDARD);
	}

	/**
	 * Days of 587 weather stations in 1972, by date, in the five columns of an earlier
	 * system and with its way to fill gaps: no precipitation where none is told, the mean
	 * pressure, and nothing in place of others.
	 */
	public static StreamDefinition gsod1972() {
		return new StreamDefinition("gsod", List.of("stn", "wban", "date"), "date", List.of("stn", "wban"),
				Duration.ofDays(1), LabelRule.withEvent("thunder", "1"),
				List.of(weather("temp", 9999.9, Imputation.DROP), weather("dewp", 9999.9, Imputation.DROP),
						weather("slp", 9999.9, Imputation.MEAN), weather("wdsp", 999.9, Imputation.DROP),
						weather("prcp", 99.99, Imputation.ZERO)),
				StreamModel.of(StreamModel.SGD), DriftWatch.of(DriftWatch.ADWIN), QualitySpan.STANDARD);
	}

	private static StreamFeature weather(String column, double missing, Imputation impute) {
		return new StreamFeature(column, List.of(missing), impute, false, List.of(), 0);
	}

	/**
	 * Without the first three days, which have no pressure when there is no mean of any
	 * yet.
	 */
	public static List<StreamArrival> gsod1972(StreamDefinition definition) {
		return events(definition, "gsod-1972-587-stations.csv.gz", 3);
	}

	/** The rows of a file without quotes, as arrivals of a stream. */
	public static List<StreamArrival> events(StreamDefinition definition, String name) {
		return events(definition, name, 0);
	}

	private static List<StreamArrival> events(StreamDefinition definition, String name, int skipped) {
		EventDecoder decoder = new EventDecoder(definition);
		List<StreamArrival> arrivals = new ArrayList<>();
		try (BufferedReader lines = open(path(name))) {
			List<String> header = List.of(lines.readLine().split(","));
			int[] places = definition.columns().stream().mapToInt(header::indexOf).toArray();
			for (int i = 0; i < skipped; i++) {
				lines.readLine();
			}
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				long seq = arrivals.size() + 1L;
				arrivals.add(decoder.event(seq, seq + 1, NOW, cells(line.split(",", -1), places)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return arrivals;
	}

	private static @Nullable String[] cells(String[] row, int[] places) {
		String[] cells = new String[places.length];
		for (int i = 0; i < places.length; i++) {
			cells[i] = row[places[i]];
		}
		return cells;
	}

	private static BufferedReader open(Path file) throws IOException {
		InputStream bytes = Files.newInputStream(file);
		return new BufferedReader(new InputStreamReader(
				file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
	}

	private static Path path(String name) {
		Path file = Stream.of(System.getenv("EXOSCOUT_DATA"), "../../../shared/data", "../../shared/data")
			.filter((folder) -> folder != null)
			.map((folder) -> Path.of(folder, "streams", name))
			.filter(Files::isRegularFile)
			.findFirst()
			.orElse(null);
		if (file == null && System.getenv("CI") != null) {
			Assertions.fail("the real stream " + name + " is missing; set EXOSCOUT_DATA to the folder above its own");
		}
		Assumptions.assumeTrue(file != null,
				"the real stream " + name + " is not here; EXOSCOUT_DATA names the folder above its own");
		return file;
	}

}
