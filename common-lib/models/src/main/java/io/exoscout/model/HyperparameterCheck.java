package io.exoscout.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a user asked for into a complete setting of an algorithm, or says why not.
 */
class HyperparameterCheck {

	/** What a stranger sent is quoted, but not at any length. */
	private static final int QUOTED = 60;

	/** A request with more faults than this is not worth a complete list. */
	private static final int LISTED = 20;

	private final String algorithm;

	private final List<Hyperparameter> known;

	HyperparameterCheck(String algorithm, List<Hyperparameter> known) {
		this.algorithm = algorithm;
		this.known = known;
	}

	Map<String, Number> complete(Map<String, ?> given) {
		TreeMap<String, Number> complete = new TreeMap<>();
		List<InputError> offences = new ArrayList<>();
		TreeMap<String, @Nullable Object> unknown = new TreeMap<>(given);
		for (Hyperparameter known : this.known) {
			String name = known.name();
			complete.put(name, known.presetValue());
			Object value = unknown.remove(name);
			if (given.containsKey(name)) {
				known.accept((value != null) ? value : "null")
					.ifPresentOrElse((number) -> complete.put(name, number), () -> offences.add(refused(known, value)));
			}
		}
		unknown.keySet().stream().limit(LISTED).map(this::unknown).forEach(offences::add);
		if (!offences.isEmpty()) {
			throw new ProblemException(ProblemKind.INVALID, "invalid_hyperparameter", offences.get(0).message(),
					offences);
		}
		return Collections.unmodifiableSortedMap(complete);
	}

	private InputError refused(Hyperparameter known, @Nullable Object value) {
		return InputError.field("hyperparameters." + known.name(),
				"%s of %s must be %s, not %s.".formatted(known.name(), this.algorithm, known.accepted(), quote(value)));
	}

	private InputError unknown(String name) {
		List<String> names = this.known.stream().map(Hyperparameter::name).sorted().toList();
		return InputError.field("hyperparameters." + clip(name), "%s has no hyper-parameter '%s'; it has %s."
			.formatted(this.algorithm, clip(name), String.join(", ", names)));
	}

	private static String quote(@Nullable Object value) {
		return (value instanceof CharSequence) ? "'" + clip(value.toString()) + "'" : clip(String.valueOf(value));
	}

	private static String clip(String text) {
		return (text.length() <= QUOTED) ? text : text.substring(0, QUOTED) + "…";
	}

}
