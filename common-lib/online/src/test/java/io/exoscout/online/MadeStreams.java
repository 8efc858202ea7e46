package io.exoscout.online;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.RollingStatistic;
import io.exoscout.cleaning.RollingWindow;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.logistic.StreamScorer;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import org.jspecify.annotations.Nullable;

/**
 * Small streams with one value, {@code value}, of stations {@code stn}, by {@code date}.
 */
public final class MadeStreams {

	public static final StreamScorer SCORER = (id, key, values) -> (values[0] == values[0])
			? 1 / (1 + Math.exp(-values[0])) : 0.5;

	private static final long BEGIN = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

	private static final QualitySpan SPAN = new QualitySpan(50, 0.99);

	private MadeStreams() {
	}

	public static StreamDefinition daily() {
		return with(StreamModel.of(StreamModel.SGD));
	}

	public static StreamDefinition with(StreamModel model) {
		return new StreamDefinition("daily", List.of("stn", "date"), "date", List.of("stn"), Duration.ofDays(1),
				LabelRule.withEvent("thunder", "1"), List.of(value(Imputation.NONE)), model,
				DriftWatch.of(DriftWatch.NONE), SPAN);
	}

	public static StreamDefinition with(DriftWatch drift) {
		StreamDefinition daily = daily();
		return new StreamDefinition(daily.name(), daily.id(), daily.time(), daily.keys(), daily.allowedLateness(),
				daily.label(), daily.features(), daily.model(), drift, SPAN);
	}

	public static StreamDefinition with(StreamFeature... features) {
		StreamDefinition daily = daily();
		return new StreamDefinition(daily.name(), daily.id(), daily.time(), daily.keys(), daily.allowedLateness(),
				daily.label(), List.of(features), daily.model(), daily.drift(), SPAN);
	}

	public static StreamDefinition with(LabelRule label) {
		StreamDefinition daily = daily();
		return new StreamDefinition(daily.name(), daily.id(), daily.time(), daily.keys(), daily.allowedLateness(),
				label, daily.features(), daily.model(), daily.drift(), SPAN);
	}

	public static StreamDefinition lateness(Duration lateness) {
		StreamDefinition daily = daily();
		return new StreamDefinition(daily.name(), daily.id(), daily.time(), daily.keys(), lateness, daily.label(),
				daily.features(), daily.model(), daily.drift(), SPAN);
	}

	/** Labels that come later, within ten days. */
	public static LabelRule later() {
		return new LabelRule("thunder", List.of("1"), List.of("0"), LabelArrival.LATER, Duration.ofDays(10), null);
	}

	/** Labels that rows bring along from a time on. */
	public static LabelRule sealed() {
		return new LabelRule("thunder", List.of("1"), List.of("0"), LabelArrival.LATER, Duration.ofDays(10), "known");
	}

	/** One of each kind of learner, label, detector, imputation and window. */
	public static List<StreamDefinition> kinds() {
		List<RollingWindow> windows = List.of(new RollingWindow(Duration.ofDays(3), RollingStatistic.MEAN),
				new RollingWindow(Duration.ofDays(5), RollingStatistic.MAX));
		return List.of(daily(), with(StreamModel.of(StreamModel.FTRL)), with(StreamModel.of("stored:x")),
				with(DriftWatch.of(DriftWatch.ADWIN)), with(DriftWatch.of(DriftWatch.PAGE_HINKLEY)), with(later()),
				with(sealed()), with(new StreamFeature("value", List.of(), Imputation.MEDIAN, true, windows, 0)),
				with(new StreamFeature("value", List.of(), Imputation.LAST, false, windows, 2)),
				with(new StreamFeature("value", List.of(), Imputation.DROP, false, List.of(), 0)),
				with(new StreamFeature("value", List.of(), Imputation.MEAN, true, List.of(), 1)));
	}

	private static StreamFeature value(Imputation impute) {
		return new StreamFeature("value", List.of(9999.9), impute, false, List.of(), 0);
	}

	/** The event of one station on a day. */
	public static StreamArrival event(StreamDefinition definition, long seq, String date, @Nullable String value,
			@Nullable String label) {
		return event(definition, seq, "s", date, value, label, null);
	}

	/** The event of one station on the n-th day. */
	public static StreamArrival event(StreamDefinition definition, long seq, int day, @Nullable String value,
			@Nullable String label) {
		return event(definition, seq, "s", date(day), value, label, null);
	}

	public static StreamArrival event(StreamDefinition definition, long seq, String station, String date,
			@Nullable String value, @Nullable String label, @Nullable String known) {
		@Nullable String[] cells = definition.columns().stream().map((column) -> switch (column) {
			case "stn" -> station;
			case "date" -> date;
			case "thunder" -> label;
			case "known" -> known;
			default -> value;
		}).toArray(String[]::new);
		return new EventDecoder(definition).event(seq, seq + 1, RealStreams.NOW, cells);
	}

	public static StreamArrival label(StreamDefinition definition, long seq, String id, String label,
			@Nullable String time) {
		return new EventDecoder(definition).label(seq, seq + 1, RealStreams.NOW, id, label, time);
	}

	public static String date(int day) {
		return Instant.ofEpochMilli(BEGIN + Duration.ofDays(day).toMillis()).toString().substring(0, 10);
	}

	/**
	 * Events of five stations with all that can be wrong with them, and labels where they
	 * come later.
	 */
	public static List<StreamArrival> arrivals(StreamDefinition definition, int days, Random random) {
		List<StreamArrival> arrivals = new ArrayList<>();
		for (int day = 0; day < days; day++) {
			String station = "s" + random.nextInt(5);
			String date = date(day - random.nextInt(3));
			double value = random.nextGaussian();
			String label = (value + random.nextGaussian() > 0) ? "1" : "0";
			String cell = (random.nextInt(10) == 0) ? "" : String.valueOf(value);
			arrivals.add(event(definition, arrivals.size() + 1, station, (random.nextInt(50) == 0) ? "?" : date, cell,
					label, date(day + random.nextInt(15))));
			if (definition.label().arrives() == LabelArrival.LATER) {
				arrivals.add(label(definition, arrivals.size() + 1,
						"s" + random.nextInt(5) + "|" + date(day + 2 - random.nextInt(8)), label, date(day)));
			}
		}
		return arrivals;
	}

}
