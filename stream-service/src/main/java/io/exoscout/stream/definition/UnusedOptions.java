package io.exoscout.stream.definition;

import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.online.LabelArrival;
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.definition.StreamDocument.SentDrift;
import io.exoscout.stream.definition.StreamDocument.SentModel;
import org.jspecify.annotations.Nullable;

/**
 * Options that do nothing beside what was chosen. Whoever sends one believes that it
 * does.
 */
final class UnusedOptions {

	private UnusedOptions() {
	}

	/**
	 * Sees to it that a new definition has none.
	 * @param document as it was sent
	 * @param definition what it defines
	 * @throws ProblemException {@code invalid_input} that names it
	 */
	static void refuse(StreamDocument document, StreamDefinition definition) {
		SentModel model = document.model();
		if (model != null) {
			boolean sgd = model.algorithm().equals(StreamModel.SGD);
			boolean ftrl = model.algorithm().equals(StreamModel.FTRL);
			String chosen = "model.algorithm is " + model.algorithm();
			used("model.rate", model.rate(), sgd || ftrl, chosen);
			used("model.intercept_rate", model.interceptRate(), sgd, chosen);
			used("model.beta", model.beta(), ftrl, chosen);
			used("model.l1", model.l1(), ftrl, chosen);
			used("model.l2", model.l2(), sgd || ftrl, chosen);
		}
		SentDrift drift = document.drift();
		if (drift != null) {
			String chosen = "drift.detector is " + drift.detector();
			used("drift.delta", drift.delta(), !drift.detector().equals(DriftWatch.NONE), chosen);
			used("drift.threshold", drift.threshold(), drift.detector().equals(DriftWatch.PAGE_HINKLEY), chosen);
		}
		boolean later = definition.label().arrives() == LabelArrival.LATER;
		used("label.timeout", document.label().timeout(), later, "labels arrive with_event");
	}

	private static void used(String field, @Nullable Object sent, boolean used, String chosen) {
		if (sent != null && !used) {
			throw ProblemException.invalidField(field,
					"Field '%s' is %s, which does nothing where %s; leave it out.".formatted(field, sent, chosen));
		}
	}

}
