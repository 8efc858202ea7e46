package io.exoscout.stream;

import io.exoscout.logistic.Scorer;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.course.FoldSurroundings;
import io.exoscout.stream.definition.KnownStream;
import org.jspecify.annotations.Nullable;

/** Stored models as scorers of streams. */
final class ForestScorers implements FoldSurroundings.StoredScorers {

	@Override
	public @Nullable Scorer of(KnownStream stream) {
		if (stream.definition().model().stored()) {
			throw ProblemException.invalidField("model.algorithm", "Stored models do not score streams yet.");
		}
		return null;
	}

}
