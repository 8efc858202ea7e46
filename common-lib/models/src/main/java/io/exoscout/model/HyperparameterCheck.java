package io.exoscout.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a user asked for into a complete setting of an algorithm, or says why not.
 */
record HyperparameterCheck(String algorithm, List<Hyperparameter> known) {

	/** A request with more faults than this is not worth a complete list. */
	private static final int LISTED = 20;

	Map<String, Number> complete(Map<String, ?> given) {
		TreeMap<String, Number> complete = new TreeMap<>();
		List<InputError> errors = new ArrayList<>();
		TreeMap<String, @Nullable Object> unknown = new TreeMap<>(given);
		for (Hyperparameter known : this.known) {
			String name = known.name();
			complete.put(name, known.presetValue());
			Object value = unknown.remove(name);
			if (given.containsKey(name)) {
				known.accept((value != null) ? value : "null")
					.ifPresentOrElse((number) -> complete.put(name, number), () -> errors.add(refused(known, value)));
			}
		}
		unknown.keySet().stream().limit(LISTED).map(this::unknown).forEach(errors::add);
		if (!errors.isEmpty()) {
			throw new ProblemException(ErrorCode.INVALID_HYPERPARAMETER, errors.get(0).message(), errors);
		}
		return Collections.unmodifiableSortedMap(complete);
	}

	private InputError refused(Hyperparameter known, @Nullable Object value) {
		return InputError.field("hyperparameters." + known.name(),
				"%s of %s must be %s, not %s.".formatted(known.name(), this.algorithm, known.accepted(), quote(value)));
	}

	private InputError unknown(String name) {
		List<String> names = this.known.stream().map(Hyperparameter::name).sorted().toList();
		return InputError.field("hyperparameters." + Quoted.shortened(name),
				"%s has no hyper-parameter '%s'; it has %s.".formatted(this.algorithm, Quoted.shortened(name),
						String.join(", ", names)));
	}

	private static String quote(@Nullable Object value) {
		String shown = Quoted.shortened(value);
		return (value instanceof CharSequence) ? "'" + shown + "'" : shown;
	}

}
