package io.exoscout.stream.definition;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.cleaning.Imputation;
import io.exoscout.cleaning.RollingStatistic;
import io.exoscout.cleaning.RollingWindow;
import io.exoscout.cleaning.TimeSpans;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import io.exoscout.online.LabelArrival;
import io.exoscout.online.LabelRule;
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a stream as it is sent, kept and shown.
 *
 * @param name what it is called
 * @param id the columns that together name an event; left out, events have no names
 * @param time the column of the event's time; left out, events follow each other as they
 * come
 * @param keys the columns that say whose an event is
 * @param allowedLateness how much earlier than the latest an event may have happened,
 * such as {@code P1D}; left out, not at all
 * @param label what is to be predicted
 * @param features what from
 * @param model which model does; left out, {@code logistic_sgd}
 * @param drift how change is watched for; left out, {@code adwin}
 * @param quality over what quality is told; left out, the last 1,000 and a factor of
 * 0.999
 * @param keep how much of the log is kept; left out, all of it. It changes nothing of
 * what is learned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamDocument(String name, @Nullable List<String> id, @Nullable String time, @Nullable List<String> keys,
		@Nullable String allowedLateness, SentLabel label, List<SentFeature> features, @Nullable SentModel model,
		@Nullable SentDrift drift, @Nullable SentQuality quality, @Nullable SentKeep keep) {

	/**
	 * The label.
	 *
	 * @param column where it stands
	 * @param positive what stands there for the positive one
	 * @param negative what stands there for the negative one; left out, anything else
	 * @param arrives {@code with_event} or {@code later}; left out, with the event
	 * @param timeout how long after the event it still counts, such as {@code P3Y}; of
	 * labels that come later
	 * @param known a column that tells when the label of the row became known
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SentLabel(String column, List<String> positive, @Nullable List<String> negative,
			@Nullable String arrives, @Nullable String timeout, @Nullable String known) {

		private LabelRule rule() {
			return new LabelRule(required("label.column", this.column), list(required("label.positive", this.positive)),
					list(this.negative), LabelArrival.of("label.arrives", or(this.arrives, "with_event")),
					span("label.timeout", this.timeout), this.known);
		}

	}

	/**
	 * A column and what is made of it.
	 *
	 * @param column its name
	 * @param missing numbers that stand for a missing value
	 * @param impute what stands in for one: {@code none}, {@code zero}, {@code mean},
	 * {@code median}, {@code last} or {@code drop}; left out, none
	 * @param imputeByKey whether that is found among the values of the same key
	 * @param rolling statistics over windows of event time
	 * @param lag of which event before this one the values are; left out, of this one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SentFeature(String column, @Nullable List<Double> missing, @Nullable String impute,
			@Nullable Boolean imputeByKey, @Nullable List<SentWindow> rolling, @Nullable Integer lag) {

		private StreamFeature feature(String path) {
			List<SentWindow> windows = list(this.rolling);
			return new StreamFeature(required(path + ".column", this.column), list(this.missing),
					Imputation.of(path + ".impute", or(this.impute, "none")), or(this.imputeByKey, false),
					java.util.stream.IntStream.range(0, windows.size())
						.mapToObj((i) -> windows.get(i).window(path + ".rolling[" + i + "]"))
						.toList(),
					or(this.lag, 0));
		}

	}

	/**
	 * A statistic over a window.
	 *
	 * @param window how long it is, such as {@code P7D}
	 * @param stat {@code mean}, {@code min}, {@code max} or {@code std}
	 */
	public record SentWindow(String window, String stat) {

		private RollingWindow window(String path) {
			return new RollingWindow(span(path + ".window", required(path + ".window", this.window)),
					RollingStatistic.of(path + ".stat", required(path + ".stat", this.stat)));
		}

	}

	/**
	 * The model.
	 *
	 * @param algorithm {@code logistic_sgd}, {@code logistic_ftrl}, or {@code stored:}
	 * and the id of the job that trained it
	 * @param rate how fast it learns
	 * @param interceptRate how fast its intercept does
	 * @param beta of {@code logistic_ftrl}
	 * @param l1 weight of the absolute values in the penalty
	 * @param l2 weight of the squares in the penalty
	 * @param sha256 digest of the file of a stored model; may be left out when a stream
	 * is defined, and is there afterwards
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SentModel(String algorithm, @Nullable Double rate, @Nullable Double interceptRate,
			@Nullable Double beta, @Nullable Double l1, @Nullable Double l2, @Nullable String sha256) {

		private StreamModel choice() {
			StreamModel usual = StreamModel.of(required("model.algorithm", this.algorithm));
			return new StreamModel(usual.algorithm(), or(this.rate, usual.rate()),
					or(this.interceptRate, usual.interceptRate()), or(this.beta, usual.beta()), or(this.l1, usual.l1()),
					or(this.l2, usual.l2()));
		}

	}

	/**
	 * How change is watched for.
	 *
	 * @param detector {@code none}, {@code adwin} or {@code page_hinkley}
	 * @param delta how sensitive it is
	 * @param threshold how large the sum of {@code page_hinkley} may get
	 * @param retrain that a change asks for a training; left out, none does
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SentDrift(String detector, @Nullable Double delta, @Nullable Double threshold,
			@Nullable SentRetraining retrain) {

		private DriftWatch watch() {
			DriftWatch usual = DriftWatch.of(required("drift.detector", this.detector));
			if (this.retrain != null) {
				this.retrain.check();
			}
			return new DriftWatch(usual.detector(), or(this.delta, usual.delta()),
					or(this.threshold, usual.threshold()), this.retrain != null);
		}

	}

	/**
	 * Over what quality is told.
	 *
	 * @param last over how many of the last labels
	 * @param fading by which factor the weight of a label shrinks with each that follows
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SentQuality(@Nullable Integer last, @Nullable Double fading) {

		private QualitySpan span() {
			return new QualitySpan(or(this.last, QualitySpan.STANDARD.last()),
					or(this.fading, QualitySpan.STANDARD.fading()));
		}

	}

	/**
	 * How much of the log is kept: one of the two.
	 *
	 * @param entries so many of the last entries
	 * @param days what came in as many days
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SentKeep(@Nullable Long entries, @Nullable Integer days) {

		private static final int LONGEST = 36_500;

		private void check() {
			if ((this.entries == null) == (this.days == null)) {
				throw ProblemException.invalidField("keep",
						"Field 'keep' has %s; accepted is either 'entries' or 'days'."
							.formatted((this.days == null) ? "neither member" : "both members"));
			}
			if (this.entries != null && this.entries < 1) {
				throw ProblemException.invalidField("keep.entries",
						"Field 'keep.entries' is %d; accepted is 1 or more.".formatted(this.entries));
			}
			if (this.days != null && (this.days < 1 || this.days > LONGEST)) {
				throw ProblemException.invalidField("keep.days",
						"Field 'keep.days' is %d; accepted are 1 to %,d.".formatted(this.days, LONGEST));
			}
		}

	}

	/**
	 * What this defines.
	 * @throws ProblemException {@code invalid_input} for what makes no sense
	 */
	public StreamDefinition definition() {
		List<SentFeature> columns = required("features", this.features);
		if (this.keep != null) {
			this.keep.check();
		}
		return new StreamDefinition(required("name", this.name), list(this.id), this.time, list(this.keys),
				span("allowed_lateness", this.allowedLateness), required("label", this.label).rule(),
				java.util.stream.IntStream.range(0, columns.size())
					.mapToObj((i) -> required("features[" + i + "]", columns.get(i)).feature("features[" + i + "]"))
					.toList(),
				(this.model != null) ? this.model.choice() : StreamModel.of(StreamModel.SGD),
				(this.drift != null) ? this.drift.watch() : DriftWatch.of(DriftWatch.ADWIN),
				(this.quality != null) ? this.quality.span() : QualitySpan.STANDARD);
	}

	/** That changes ask for trainings, if they do. */
	public @Nullable SentRetraining retrain() {
		return (this.drift != null) ? this.drift.retrain() : null;
	}

	/** Digest of the file of the stored model that scores the stream, if it is there. */
	public @Nullable String sha256() {
		return (this.model != null) ? this.model.sha256() : null;
	}

	/** The same, scored by the stored model whose file has a digest. */
	public StreamDocument pinned(String sha256) {
		SentModel sent = required("model", this.model);
		SentModel pinned = new SentModel(sent.algorithm(), sent.rate(), sent.interceptRate(), sent.beta(), sent.l1(),
				sent.l2(), sha256);
		return new StreamDocument(this.name, this.id, this.time, this.keys, this.allowedLateness, this.label,
				this.features, pinned, this.drift, this.quality, this.keep);
	}

	private static Duration span(String field, @Nullable String text) {
		return (text != null) ? TimeSpans.parse(field, text) : Duration.ZERO;
	}

	private static <T> T or(@Nullable T value, T other) {
		return (value != null) ? value : other;
	}

	private static <T> List<T> list(@Nullable List<T> values) {
		if (values != null && values.stream().anyMatch(Objects::isNull)) {
			throw ProblemException.invalidField("", "A list of the definition holds null; leave it out.");
		}
		return (values != null) ? values : List.of();
	}

	/** What was sent may lack anything. */
	private static <T> T required(String field, @Nullable T value) {
		if (value == null) {
			throw ProblemException.invalidField(field, "Field '%s' is missing.".formatted(field));
		}
		return value;
	}

}
