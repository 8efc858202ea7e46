package io.exoscout.orchestrator;

import java.util.Arrays;

import io.exoscout.model.Algorithm;
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
		return Algorithm.anyHas(name)
				? "It goes inside params: -F 'params={\"hyperparameters\": {\"%s\": …}}'.".formatted(name) : null;
	}

	private static boolean takesOptions(HandlerMethod called) {
		return Arrays.stream(called.getMethod().getParameters())
			.anyMatch((parameter) -> parameter.getName().equals("params"));
	}

}
