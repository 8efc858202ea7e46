package io.exoscout.onnx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.feature.FeatureSet;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** What features and classes of an ONNX file may be called, and whose they then are. */
final class ImportedNames {

	/** In the order that models of this target have. */
	static final List<String> PLANET = List.of(Target.FALSE_POSITIVE, Target.CONFIRMED);

	private static final int LONGEST = 100;

	private ImportedNames() {
	}

	/**
	 * Names that can be shown, and tell things apart.
	 * @param what they are names of
	 */
	static List<String> named(List<String> names, String what) {
		for (String name : names) {
			OnnxFault.requireSupported(!name.isBlank() && name.length() <= LONGEST,
					"the name of a %s is blank or longer than %d characters".formatted(what, LONGEST));
		}
		OnnxFault.requireSupported(new HashSet<>(names).size() == names.size(),
				"two of its %s names are the same".formatted(what));
		return names;
	}

	/**
	 * The mission all of whose features these are.
	 * @param said the only one to look at, if one was said
	 */
	static Mission mission(List<String> features, @Nullable Mission said) {
		List<Mission> fitting = Arrays.stream(Mission.values())
			.filter((mission) -> said == null || mission == said)
			.filter((mission) -> strangers(mission, features).isEmpty())
			.toList();
		if (fitting.isEmpty()) {
			Mission nearest = Arrays.stream(Mission.values())
				.filter((mission) -> said == null || mission == said)
				.min(Comparator.comparingInt((mission) -> strangers(mission, features).size()))
				.orElseThrow();
			throw OnnxFault
				.unsupported("of what goes in, no measurement or feature of %s is called %s".formatted(nearest.id(),
						strangers(nearest, features).stream()
							.limit(5)
							.map(Quoted::shortened)
							.collect(Collectors.joining(", "))));
		}
		OnnxFault.requireSupported(fitting.size() == 1, "its features may be those of several missions; say which");
		return fitting.get(0);
	}

	/** What is neither measured nor computed: names, labels and leaks are no features. */
	private static List<String> strangers(Mission mission, List<String> features) {
		FeatureSet set = FeatureSet.current(mission);
		return features.stream()
			.filter((name) -> !set.computes(name) && !ArchiveColumns.role(mission, name).measured())
			.toList();
	}

	/** What is told apart. */
	static Target target(List<String> classes) {
		return Set.copyOf(classes).equals(Set.copyOf(PLANET)) ? Target.PLANET : Target.DISPOSITION;
	}

	/** Classes are those of the mission's table, so that what is said can be compared. */
	static void requireKnown(List<String> classes, Mission mission) {
		Set<String> known = mission.verdicts().keySet();
		for (String name : classes) {
			OnnxFault.requireSupported(target(classes) == Target.PLANET || known.contains(name),
					"%s has no class '%s'; name them in order as `classes`, by FALSE POSITIVE and CONFIRMED or by %s"
						.formatted(mission.id(), Quoted.shortened(name), String.join(", ", known)));
		}
	}

}
