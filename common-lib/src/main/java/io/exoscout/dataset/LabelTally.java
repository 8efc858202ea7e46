package io.exoscout.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many objects, on how many stars, carry each label; bounded whatever comes. */
final class LabelTally {

	/** Folds of the cross-validation: every class needs a star in each. */
	static final int FOLDS = 5;

	private static final int SHOWN = 5;

	private final Mission mission;

	private final Map<String, Long> objects = new TreeMap<>();

	/** Up to {@link #FOLDS} stars of each label; more are not asked for. */
	private final Map<String, Set<String>> stars = new HashMap<>();

	private final Set<String> unknown = new LinkedHashSet<>();

	LabelTally(Mission mission) {
		this.mission = mission;
	}

	void add(ObjectRow object) {
		String label = object.label();
		boolean known = this.mission.verdicts().containsKey(label);
		if (!known && !label.isEmpty() && this.unknown.size() < SHOWN) {
			this.unknown.add(Excerpt.of(label));
		}
		String counted = known ? label : label.isEmpty() ? TableReport.BLANK : TableReport.OTHER;
		this.objects.merge(counted, 1L, Long::sum);
		Set<String> some = this.stars.computeIfAbsent(counted, (key) -> new HashSet<>());
		if (known && some.size() < FOLDS) {
			some.add(StarName.of(object.star(), object.object(), object.row()));
		}
	}

	/** Objects per label. */
	Map<String, Long> objects() {
		return this.objects;
	}

	/** Values that are no label of the mission, quoted; the first few. */
	List<String> unknown() {
		return List.copyOf(this.unknown);
	}

	/** Objects per class of a target. */
	Map<String, Long> objects(Target target) {
		Map<String, Long> classes = new TreeMap<>();
		this.objects.forEach((label, count) -> target.classOf(this.mission, label)
			.ifPresent((name) -> classes.merge(name, count, Long::sum)));
		return classes;
	}

	/** Stars per class of a target, of which at most {@link #FOLDS} per label count. */
	Map<String, Integer> stars(Target target) {
		Map<String, Set<String>> classes = new TreeMap<>();
		this.stars.forEach((label, names) -> target.classOf(this.mission, label)
			.ifPresent((name) -> classes.computeIfAbsent(name, (key) -> new HashSet<>()).addAll(names)));
		Map<String, Integer> counts = new TreeMap<>();
		classes.forEach((name, names) -> counts.put(name, names.size()));
		return counts;
	}

}
