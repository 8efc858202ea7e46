package io.exoscout.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a model is to tell apart. */
public enum Target {

	/**
	 * A planet against a false positive. The classes carry the archive's words:
	 * {@code CONFIRMED} means "looks like the rows that were confirmed", not that a model
	 * could confirm anything.
	 */
	PLANET("planets, that is what looks like the rows that were confirmed, from false positives"),
	/** The table's own labels as they are. */
	DISPOSITION("the labels of the table as they are");

	/** Class name of planets under {@link #PLANET}. */
	public static final String CONFIRMED = "CONFIRMED";

	/** Class name of everything decided that is no planet, under {@link #PLANET}. */
	public static final String FALSE_POSITIVE = "FALSE POSITIVE";

	private final String meaning;

	Target(String meaning) {
		this.meaning = meaning;
	}

	/** What is told apart. */
	public String meaning() {
		return this.meaning;
	}

	/** The name used in JSON: {@code planet} or {@code disposition}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Target> of(String id) {
		return Arrays.stream(values()).filter((target) -> target.id().equals(id)).findFirst();
	}

	/** The accepted names, for error messages. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(Target::id).toList();
	}

	/**
	 * The class a labelled row trains.
	 * @param mission whose label it is
	 * @param label the label cell, trimmed
	 * @return the class name, or empty when such a row is not trained on: blank, unknown
	 * to the archive, or undecided under {@link #PLANET}
	 */
	public Optional<String> classOf(Mission mission, String label) {
		if (this == DISPOSITION) {
			return Optional.of(label).filter(mission.verdicts()::containsKey);
		}
		return mission.verdict(label).flatMap((verdict) -> switch (verdict) {
			case PLANET -> Optional.of(CONFIRMED);
			case NOT_PLANET -> Optional.of(FALSE_POSITIVE);
			case UNDECIDED -> Optional.empty();
		});
	}

	/**
	 * What a class stands for; the other way round from {@link #classOf}.
	 * @param mission whose class it is
	 * @param className the class
	 * @throws IllegalArgumentException when there is no such class
	 */
	public Verdict verdictOf(Mission mission, String className) {
		Verdict verdict = switch (this) {
			case PLANET -> Map.of(CONFIRMED, Verdict.PLANET, FALSE_POSITIVE, Verdict.NOT_PLANET).get(className);
			case DISPOSITION -> mission.verdicts().get(className);
		};
		if (verdict == null) {
			throw new IllegalArgumentException("no class " + className);
		}
		return verdict;
	}

}
