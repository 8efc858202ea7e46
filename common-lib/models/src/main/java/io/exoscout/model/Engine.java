package io.exoscout.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whose code fits a model. What comes out is a forest of ours, whoever fitted it. */
public enum Engine {

	/** Our own learners, and XGBoost called by ourselves. */
	EXOSCOUT("our own learners, and the XGBoost library", EnumSet.allOf(Algorithm.class)),
	/** Oracle's Tribuo, which also has a file format of its own for the model. */
	TRIBUO("Oracle's Tribuo; the model can be downloaded in its format, too",
			EnumSet.of(Algorithm.RANDOM_FOREST, Algorithm.XGBOOST));

	private final String meaning;

	private final Set<Algorithm> algorithms;

	Engine(String meaning, Set<Algorithm> algorithms) {
		this.meaning = meaning;
		this.algorithms = algorithms;
	}

	/** The name used in JSON, e.g. {@code tribuo}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whose it is, in a few words. */
	public String meaning() {
		return this.meaning;
	}

	public static Optional<Engine> of(String id) {
		return Arrays.stream(values()).filter((engine) -> engine.id().equals(id)).findFirst();
	}

	/** The accepted names, for error messages. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(Engine::id).toList();
	}

	/** The algorithms that it has. */
	public Set<Algorithm> algorithms() {
		return Set.copyOf(this.algorithms);
	}

	/** Whether it has an algorithm. */
	public boolean has(Algorithm algorithm) {
		return this.algorithms.contains(algorithm);
	}

}
