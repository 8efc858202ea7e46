package io.exoscout.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run was, and how it ended, for people. */
final class Report {

	private final List<String> lines = new ArrayList<>(List.of("| What | How much |", "|---|---|"));

	void add(String what, Object howMuch) {
		this.lines.add("| %s | %s |".formatted(what, howMuch));
	}

	void add(String what, Duration howLong) {
		add(what, "%.1f s".formatted(howLong.toMillis() / 1e3));
	}

	void addAll(Map<?, ?> counts, String prefix) {
		counts.forEach((what, howMany) -> add(prefix + what, howMany));
	}

	/** A table in Markdown. */
	String text() {
		return String.join("\n", this.lines) + "\n";
	}

}
