package io.exoscout.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import io.exoscout.forecast.collection.FieldPath;
import io.exoscout.forecast.collection.Members;
import io.exoscout.forecast.collection.PointFields;
import io.exoscout.forecast.collection.PointGroup;
import io.exoscout.forecast.collection.PointReader;
import io.exoscout.forecast.model.SeriesModel;
import io.exoscout.forecast.model.SeriesModelCard;
import io.exoscout.forecast.model.SeriesModels;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.series.FittedSeries;
import io.exoscout.series.GridRun;
import io.exoscout.series.TimeGrid;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts what comes after values that are sent.
 *
 * @param models that can be asked
 */
record SeriesForecasts(SeriesModels models) {

	private static final int NAMED = 20;

	ForecastAnswer forecast(ForecastRequest request) {
		List<@Nullable Object> data = Members.required("data", request.data());
		SeriesModelCard card = this.models.get(request.modelId());
		SeriesModel model = this.models.load(card);
		requireWindow(model, request);
		int horizon = Members.between("horizon", request.horizon(), 1, 1, TrainRequest.MOST_HORIZON);
		if (horizon > model.options().horizon()) {
			throw mismatch("horizon", "The model forecasts %d steps ahead, not %d; train one with that 'horizon'."
				.formatted(model.options().horizon(), horizon));
		}
		String key = key(model, request.group());
		FittedSeries fit = Objects.requireNonNull(model.groups().get(key), key).fit();
		Recent recent = recent(data, model, key, fit);
		if (recent.values().length < model.options().context()) {
			throw new ProblemException(ErrorCode.TOO_FEW_POINTS,
					"There are %d consecutive values up to the last one; a forecast by this model needs %d.".formatted(
							recent.values().length, model.options().context()),
					InputError.field("data", "too few"));
		}
		return ForecastAnswer.of(card.modelId(), key, fit, recent.after(), fit.after(recent.values(), horizon));
	}

	private static void requireWindow(SeriesModel model, ForecastRequest request) {
		int window = model.options().window();
		if (request.windowSize() != null && request.windowSize() != window) {
			throw mismatch("window_size", "The model was trained with a window of %d, not of %s; train one with that."
				.formatted(window, request.windowSize()));
		}
	}

	private static ProblemException mismatch(String field, String detail) {
		return new ProblemException(ErrorCode.WINDOW_MISMATCH, detail, InputError.field(field, detail));
	}

	private static String key(SeriesModel model, @Nullable String asked) {
		if (asked == null && model.groups().size() == 1) {
			return model.groups().keySet().iterator().next();
		}
		if (asked == null || !model.groups().containsKey(asked)) {
			String some = String.join(", ", model.groups().keySet().stream().limit(NAMED).map(Quoted::of).toList());
			String detail = "%s; the model has %d: %s%s.".formatted(
					(asked != null) ? "There is no group " + Quoted.of(asked) : "Field 'group' is missing",
					model.groups().size(), some, (model.groups().size() > NAMED) ? " and others" : "");
			throw new ProblemException(ErrorCode.GROUP_NOT_NAMED, detail, InputError.field("group", detail));
		}
		return asked;
	}

	private static Recent recent(List<@Nullable Object> data, SeriesModel model, String key, FittedSeries fit) {
		if (data.isEmpty()) {
			return new Recent(new double[0], null);
		}
		return (data.get(0) instanceof Map) ? points(data, model, key, fit) : new Recent(numbers(data), null);
	}

	private static double[] numbers(List<@Nullable Object> data) {
		double[] values = new double[data.size()];
		for (int i = 0; i < values.length; i++) {
			if (!(data.get(i) instanceof Number number)) {
				throw wrong(i, "is no number, as the first one is");
			}
			values[i] = number.doubleValue();
			if (!(Math.abs(values[i]) <= TimeGrid.LARGEST)) {
				throw wrong(i, "is not from -1e100 to 1e100");
			}
		}
		return values;
	}

	private static ProblemException wrong(int place, String why) {
		String field = "data[%d]".formatted(place);
		return Members.refused(field, "Field '%s' %s.".formatted(field, why));
	}

	/** Points at the step of the model; what counts is the run up to the last one. */
	private static Recent points(List<@Nullable Object> data, SeriesModel model, String key, FittedSeries fit) {
		PointFields fields = new PointFields(FieldPath.of("value_field", model.valueField()),
				FieldPath.of("timestamp_field", model.timestampField()),
				(model.groupBy() != null) ? FieldPath.of("group_by", model.groupBy()) : null);
		PointReader reader = new PointReader(new PointFields(fields.value(), fields.time(), null), 1);
		for (int i = 0; i < data.size(); i++) {
			reader.take(point(data.get(i), i, fields, key));
		}
		if (reader.isCalendar() != model.calendar()) {
			throw new ProblemException(ErrorCode.INVALID_SERIES,
					model.calendar()
							? "The model was trained on times of the calendar; send such as '%s'."
								.formatted(model.timestampField())
							: "The model was trained on times that are plain numbers; send such as '%s'."
								.formatted(model.timestampField()));
		}
		PointGroup group = reader.groups().values().iterator().next();
		GridRun newest = TimeGrid.of(group.times(), group.values(), fit.step()).newest();
		return new Recent(newest.values(), newest.last());
	}

	private static Map<String, ?> point(@Nullable Object sent, int place, PointFields fields, String key) {
		if (!(sent instanceof Map<?, ?> map)) {
			throw wrong(place, "is no point, as the first one is");
		}
		Map<String, Object> point = new HashMap<>();
		map.forEach((name, value) -> {
			if (value != null) {
				point.put(String.valueOf(name), value);
			}
		});
		TreeSet<String> known = new TreeSet<>(List.of(fields.value().first(), fields.time().first()));
		FieldPath groupBy = fields.group();
		if (groupBy != null) {
			known.add(groupBy.first());
			String said = PointReader.key(groupBy.in(point));
			if (said != null && !said.equals(key)) {
				throw wrong(place, "is of group %s, not of %s".formatted(Quoted.of(said), Quoted.of(key)));
			}
		}
		map.keySet()
			.stream()
			.map(String::valueOf)
			.filter((name) -> !known.contains(name))
			.findFirst()
			.ifPresent((name) -> {
				String field = "data[%d].%s".formatted(place, Quoted.shortened(name));
				String detail = "There is no member '%s' here. Accepted: %s.".formatted(field,
						String.join(", ", known));
				throw new ProblemException(ErrorCode.UNKNOWN_PARAMETER, detail, InputError.field(field, detail));
			});
		return point;
	}

	/**
	 * The values that a forecast goes by.
	 *
	 * @param values none missing
	 * @param after the time of the last one, if they have times
	 */
	private record Recent(double[] values, @Nullable Double after) {
	}

}
