package io.exoscout.forecast.collection;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** Makes points of documents: one by one, and each where it belongs. */
public final class PointReader {

	private static final int LONGEST_KEY = 200;

	private final PointFields fields;

	private final int mostGroups;

	private final Map<String, PointGroup> groups = new TreeMap<>();

	private @Nullable Boolean calendar;

	private long known;

	/**
	 * A reader that has seen nothing.
	 * @param fields where to look
	 * @param mostGroups how many series there may be
	 */
	public PointReader(PointFields fields, int mostGroups) {
		this.fields = fields;
		this.mostGroups = mostGroups;
	}

	/**
	 * Reads a collection.
	 * @param limit only so many points, the newest; all if {@code null}
	 * @return the points of each series by its key, which is empty where there is one
	 * only
	 */
	public static Read read(SeriesCollections collections, String name, PointFields fields, @Nullable Integer limit) {
		collections.require(name);
		PointReader reader = new PointReader(fields, collections.limits().groups());
		collections.each(name, Stream.of(fields.value(), fields.time(), fields.group()), reader::take);
		if (reader.known == 0) {
			String detail = "No document of '%s' has a number as '%s'.".formatted(name,
					Quoted.shortened(fields.value().text()));
			throw new ProblemException(ErrorCode.INVALID_SERIES, detail, InputError.field("value_field", detail));
		}
		return new Read((limit != null) ? reader.newest(limit) : reader.groups, reader.isCalendar());
	}

	/** Whether times are moments of the calendar, and so in seconds. */
	public boolean isCalendar() {
		return Boolean.TRUE.equals(this.calendar);
	}

	public void take(Map<String, ?> document) {
		PointTime time = PointTime.of(this.fields.time().in(document));
		if (time == null || (this.calendar != null && this.calendar != time.calendar())) {
			throw refused(this.fields.time(), this.fields.time().in(document),
					"accepted are dates, texts such as 2022-03-20T11:00:00+01:00 or 2022-03-20, or numbers, but not both kinds in one series");
		}
		this.calendar = time.calendar();
		group(document).add(time.value(), value(document));
	}

	private double value(Map<String, ?> document) {
		Object value = this.fields.value().in(document);
		if (value == null) {
			return Double.NaN;
		}
		if (!(value instanceof Number number)) {
			throw refused(this.fields.value(), value, "accepted are numbers, or nothing where there is none");
		}
		if (Double.isInfinite(number.doubleValue())) {
			throw refused(this.fields.value(), value, "accepted are finite numbers");
		}
		this.known += Double.isNaN(number.doubleValue()) ? 0 : 1;
		return number.doubleValue();
	}

	private PointGroup group(Map<String, ?> document) {
		String key = "";
		FieldPath path = this.fields.group();
		if (path != null) {
			String found = key(path.in(document));
			if (found == null) {
				throw refused(path, path.in(document), "accepted are texts of up to " + LONGEST_KEY
						+ " characters and numbers; every point needs one, since it says which series it is of");
			}
			key = found;
		}
		PointGroup group = this.groups.get(key);
		if (group == null) {
			if (this.groups.size() == this.mostGroups) {
				throw new ProblemException(ErrorCode.TOO_MANY_POINTS,
						"There are more than %d groups by '%s', which is as many as are taken (exoscout.series.groups)."
							.formatted(this.mostGroups, (path != null) ? Quoted.shortened(path.text()) : ""));
			}
			group = new PointGroup();
			this.groups.put(key, group);
		}
		return group;
	}

	/** What a series is called by what stands in its points; {@code null} for nothing. */
	public static @Nullable String key(@Nullable Object value) {
		if (value instanceof Number number) {
			double plain = number.doubleValue();
			return (plain == Math.rint(plain) && Math.abs(plain) < 1e15) ? String.valueOf((long) plain)
					: String.valueOf(plain);
		}
		return (value instanceof String text && !text.isBlank() && text.length() <= LONGEST_KEY) ? text : null;
	}

	private static ProblemException refused(FieldPath path, @Nullable Object value, String accepted) {
		String detail = "A point has %s as '%s'; %s.".formatted(
				(value != null) ? Quoted.of(String.valueOf(value)) : "nothing", Quoted.shortened(path.text()),
				accepted);
		return new ProblemException(ErrorCode.INVALID_SERIES, detail,
				InputError.field(Quoted.shortened(path.text()), detail));
	}

	private Map<String, PointGroup> newest(int limit) {
		double[] times = this.groups.values()
			.stream()
			.flatMapToDouble((group) -> Arrays.stream(group.times()))
			.toArray();
		if (times.length <= limit) {
			return this.groups;
		}
		Arrays.sort(times);
		double since = times[times.length - limit];
		Map<String, PointGroup> newest = new TreeMap<>();
		this.groups.forEach((key, group) -> {
			PointGroup late = group.since(since);
			if (late.size() > 0) {
				newest.put(key, late);
			}
		});
		return newest;
	}

	/** The series of documents that were read so far. */
	public Map<String, PointGroup> groups() {
		return this.groups;
	}

	/**
	 * The series of a collection.
	 *
	 * @param groups points by key
	 * @param calendar whether times are in seconds since 1970
	 */
	public record Read(Map<String, PointGroup> groups, boolean calendar) {
	}

}
