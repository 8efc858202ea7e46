package io.exoscout.predictor;

import java.util.Set;

import io.exoscout.web.ParameterHint;
import io.exoscout.work.JobAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/** Tells where a parameter of a prediction goes that was sent to another place. */
final class PredictorHints implements ParameterHint {

	private static final Set<String> MEMBERS = Set.of("job_id", "model", "rows");

	@Override
	public @Nullable String of(HandlerMethod called, String name) {
		Class<?> controller = called.getBeanType();
		if (name.equals("format") && controller == PredictionJobController.class) {
			return "It is chosen when the result is fetched: " + JobAnswer.JOBS + "/{id}/result?format=csv.";
		}
		boolean predicts = Set.of(PredictionController.class, PredictionJobController.class, FeatureController.class)
			.contains(controller);
		return (predicts && called.getMethod().getName().equals("rows") && MEMBERS.contains(name))
				? "It goes into the JSON body: {\"%s\": …}.".formatted(name) : null;
	}

}
