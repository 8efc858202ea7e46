package io.exoscout.orchestrator;

import java.util.Arrays;
import java.util.TreeSet;

import io.exoscout.model.Algorithm;
import io.exoscout.problem.Quoted;
import io.exoscout.web.ParameterHint;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/** Tells where an option of a training goes that was sent to another place. */
final class MisplacedOptions implements ParameterHint {

	@Override
	public @Nullable String of(HandlerMethod called, String name) {
		if (called.getBeanType() != UploadController.class || !takesOptions(called)) {
			return null;
		}
		if (TrainingRequestReader.NAMES.contains(name)) {
			return "It goes inside params: -F 'params={\"%s\": …}'.".formatted(name);
		}
		return isHyperparameter(name)
				? "It goes inside params: -F 'params={\"hyperparameters\": {\"%s\": …}}'.".formatted(name) : null;
	}

	/** What to say of a member of {@code params} that is not known. */
	static String inParams(String name) {
		String hint = isHyperparameter(name)
				? "it goes inside hyperparameters: {\"hyperparameters\": {\"%s\": …}}".formatted(name)
				: "known are " + new TreeSet<>(TrainingRequestReader.NAMES);
		return "'%s' is no parameter; %s".formatted(Quoted.shortened(name), hint);
	}

	private static boolean takesOptions(HandlerMethod called) {
		return Arrays.stream(called.getMethod().getParameters())
			.anyMatch((parameter) -> parameter.getName().equals("params"));
	}

	private static boolean isHyperparameter(String name) {
		return Arrays.stream(Algorithm.values())
			.flatMap((algorithm) -> algorithm.hyperparameters().stream())
			.anyMatch((known) -> known.name().equals(name));
	}

}
