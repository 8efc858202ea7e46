package io.exoscout.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files that need each other, directly or by way of others: each set of them is one
 * cycle.
 */
final class FileCycles {

	private final Map<String, Set<String>> needs;

	FileCycles(Map<String, Set<String>> needs) {
		this.needs = needs;
	}

	static FileCycles ofMain() {
		Map<String, Set<String>> needs = new TreeMap<>();
		MainClasses.topLevel().forEach((type) -> needs.put(type.getName(), MainClasses.neededBy(type)));
		return new FileCycles(needs);
	}

	List<Set<String>> all() {
		Map<String, Set<String>> reached = new TreeMap<>();
		this.needs.keySet().forEach((file) -> reached.put(file, reachedFrom(file)));
		List<Set<String>> cycles = new ArrayList<>();
		Set<String> seen = new TreeSet<>();
		reached.forEach((file, others) -> {
			if (others.contains(file) && !seen.contains(file)) {
				Set<String> cycle = new TreeSet<>(others);
				cycle.removeIf((other) -> !reached.get(other).contains(file));
				seen.addAll(cycle);
				cycles.add(cycle);
			}
		});
		return cycles;
	}

	private Set<String> reachedFrom(String file) {
		Set<String> reached = new TreeSet<>();
		Deque<String> open = new ArrayDeque<>(this.needs.get(file));
		while (!open.isEmpty()) {
			String next = open.pop();
			if (reached.add(next)) {
				open.addAll(this.needs.getOrDefault(next, Set.of()));
			}
		}
		return reached;
	}

}
