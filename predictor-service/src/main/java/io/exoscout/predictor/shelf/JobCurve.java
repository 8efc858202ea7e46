package io.exoscout.predictor.shelf;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;

import io.exoscout.archive.Verdict;
import io.exoscout.model.ModelManifest;
import io.exoscout.prediction.Selection;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.result.CurvePoints.PrecisionRecallPoint;
import io.exoscout.result.Rounded;
import org.jspecify.annotations.Nullable;

/**
 * The precision-recall curves of the job that trained a model, out of fold, as its
 * document has them.
 *
 * @param manifest of the model
 * @param results of the job; none if it is gone
 */
record JobCurve(ModelManifest manifest, @Nullable Map<String, Object> results) {

	private static final double MILLION = 1e6;

	/**
	 * The lowest threshold of a precision, or the highest one of a recall.
	 * @throws ProblemException {@code UNUSABLE} (code {@code no_such_threshold}) if there
	 * is none, {@code INVALID} if the model has no such class
	 */
	Selection selection(WantedSelection wanted) {
		String className = className(wanted);
		List<PrecisionRecallPoint> curve = curve(className).stream()
			.filter((point) -> point.threshold() != null)
			.toList();
		PrecisionRecallPoint found = (wanted.recall() != null) ? ofRecall(className, wanted.recall(), curve)
				: ofPrecision(className, Objects.requireNonNull(wanted.precision()), curve);
		// what is shown is cut, never raised: a row at the threshold stays selected
		return new Selection(className, wanted.precision(), wanted.recall(),
				Math.floor(threshold(found) * MILLION) / MILLION, Rounded.fourDigits(found.precision()),
				Rounded.fourDigits(found.recall()));
	}

	private static PrecisionRecallPoint ofPrecision(String className, double wanted, List<PrecisionRecallPoint> curve) {
		return curve.stream()
			.filter((point) -> point.precision() >= wanted)
			.min(Comparator.comparingDouble(JobCurve::threshold))
			.orElseThrow(() -> notReached("precision", className, wanted,
					curve.stream().mapToDouble(PrecisionRecallPoint::precision)));
	}

	private static PrecisionRecallPoint ofRecall(String className, double wanted, List<PrecisionRecallPoint> curve) {
		return curve.stream()
			.filter((point) -> point.recall() >= wanted)
			.max(Comparator.comparingDouble(JobCurve::threshold))
			.orElseThrow(() -> notReached("recall", className, wanted,
					curve.stream().mapToDouble(PrecisionRecallPoint::recall)));
	}

	private static double threshold(PrecisionRecallPoint point) {
		return Objects.requireNonNull(point.threshold());
	}

	private String className(WantedSelection wanted) {
		String named = wanted.className();
		String parameter = wanted.classParameter();
		List<String> classNames = this.manifest.classNames();
		if (named != null) {
			if (!classNames.contains(named)) {
				throw ProblemException.invalidParameter(parameter, "%s is '%s'; the model's classes are %s"
					.formatted(parameter, Quoted.shortened(named), String.join(", ", classNames)));
			}
			return named;
		}
		List<String> planets = classNames.stream().filter(this::isPlanet).toList();
		if (planets.size() != 1) {
			throw none("%d classes of this model mean planets%s; name one by %s: %s".formatted(planets.size(),
					planets.isEmpty() ? "" : " (%s)".formatted(String.join(", ", planets)), parameter,
					String.join(", ", classNames)));
		}
		return planets.get(0);
	}

	private boolean isPlanet(String className) {
		return this.manifest.options().target().verdictOf(this.manifest.mission(), className) == Verdict.PLANET;
	}

	private List<PrecisionRecallPoint> curve(String className) {
		Object curves = (this.results != null) ? this.results.get("curves") : null;
		Object byClass = (curves instanceof Map<?, ?> kinds) ? kinds.get("precision_recall") : null;
		Object points = (byClass instanceof Map<?, ?> named) ? named.get(className) : null;
		if (!(points instanceof List<?> list) || list.isEmpty()) {
			throw none(
					"The job that trained this model has no precision-recall curve of class %s".formatted(className));
		}
		return list.stream().map((point) -> point((Map<?, ?>) point)).toList();
	}

	private static PrecisionRecallPoint point(Map<?, ?> point) {
		return new PrecisionRecallPoint(number(point, "recall"), number(point, "precision"),
				(point.get("threshold") instanceof Number threshold) ? threshold.doubleValue() : null);
	}

	private static double number(Map<?, ?> point, String name) {
		return (point.get(name) instanceof Number number) ? number.doubleValue() : Double.NaN;
	}

	private static ProblemException notReached(String figure, String className, double wanted, DoubleStream reached) {
		return none(String.format(Locale.ROOT,
				"%s is %s, which this model reaches at no threshold for class %s: the best out of fold is %.4f", figure,
				wanted, className, reached.max().orElse(0)));
	}

	private static ProblemException none(String detail) {
		return new ProblemException(ErrorCode.NO_SUCH_THRESHOLD, detail);
	}

}
