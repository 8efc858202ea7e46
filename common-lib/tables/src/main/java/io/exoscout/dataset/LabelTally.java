package io.exoscout.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.exoscout.archive.Mission;
import io.exoscout.archive.StarName;
import io.exoscout.archive.Target;
import io.exoscout.csv.Numbers;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.Quoted;

/** How many objects, on how many stars, carry each label; bounded whatever comes. */
final class LabelTally {

	/** So many values that are no label are counted one by one. */
	private static final int SHOWN = 10;

	/** A larger share of values that are no labels is no slip. */
	private static final double FEW = 0.05;

	/** Of words this many are slips, however small the table is. */
	private static final int SLIPS = 2;

	private final Mission mission;

	private final Map<String, Carried> labels = new HashMap<>();

	private final Map<String, Long> unknown = new LinkedHashMap<>();

	private long numbers;

	/** By how many objects a label is carried. */
	private static final class Carried {

		private long objects;

		/** Up to {@link StarName#FOLDS} stars; more are not asked for. */
		private final Set<String> stars = new HashSet<>();

	}

	LabelTally(Mission mission) {
		this.mission = mission;
	}

	void add(ObjectRow object) {
		String label = object.label();
		boolean known = this.mission.verdicts().containsKey(label);
		if (!known && !label.isEmpty()) {
			String shown = Quoted.of(label);
			if (this.unknown.size() < SHOWN || this.unknown.containsKey(shown)) {
				this.unknown.merge(shown, 1L, Long::sum);
			}
			this.numbers += Float.isNaN(Numbers.parse(label)) ? 0 : 1;
		}
		Carried carried = this.labels.computeIfAbsent(TableReport.counted(this.mission, label), (key) -> new Carried());
		carried.objects++;
		if (known && carried.stars.size() < StarName.FOLDS) {
			carried.stars.add(StarName.of(object.star(), object.object(), object.row()));
		}
	}

	/** Objects per label. */
	Map<String, Long> objects() {
		Map<String, Long> objects = new TreeMap<>();
		this.labels.forEach((label, carried) -> objects.put(label, carried.objects));
		return objects;
	}

	/** Values that are no label, quoted; the first few. */
	List<String> unknown() {
		return List.copyOf(this.unknown.keySet());
	}

	/**
	 * Whether the label column holds something else than labels: numbers, words nobody
	 * uses, or more of them than slip in. Training on the rest would take a whole class
	 * for none.
	 */
	boolean foreign() {
		Map<String, Long> objects = objects();
		long other = objects.getOrDefault(TableReport.OTHER, 0L);
		long filled = objects.values().stream().mapToLong(Long::longValue).sum()
				- objects.getOrDefault(TableReport.BLANK, 0L);
		return this.numbers > FEW * filled || other * 2 > filled || (other > SLIPS && other > FEW * filled);
	}

	/** The values found that are no label, with how many objects carry each. */
	String found() {
		String found = this.unknown.entrySet()
			.stream()
			.map((value) -> value.getKey() + " (" + value.getValue() + ")")
			.collect(Collectors.joining(", "));
		return found + ((this.unknown.size() < SHOWN) ? "" : " and perhaps more");
	}

	/** Objects per class of a target. */
	Map<String, Long> objects(Target target) {
		Map<String, Long> classes = new TreeMap<>();
		objects().forEach((label, count) -> target.classOf(this.mission, label)
			.ifPresent((name) -> classes.merge(name, count, Long::sum)));
		return classes;
	}

	/**
	 * Stars per class of a target, of which at most {@link StarName#FOLDS} per label
	 * count.
	 */
	Map<String, Integer> stars(Target target) {
		Map<String, Set<String>> classes = new TreeMap<>();
		this.labels.forEach((label, carried) -> target.classOf(this.mission, label)
			.ifPresent((name) -> classes.computeIfAbsent(name, (key) -> new HashSet<>()).addAll(carried.stars)));
		Map<String, Integer> counts = new TreeMap<>();
		classes.forEach((name, names) -> counts.put(name, names.size()));
		return counts;
	}

}
