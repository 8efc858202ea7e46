package io.exoscout.predictor.inference;

import java.util.regex.Pattern;

import io.exoscout.predictor.shelf.FoundModel;
import io.exoscout.predictor.shelf.ModelRequest;
import io.exoscout.predictor.shelf.ModelShelf;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Models as the protocol names them: the name is a model's label, or the job that trained
 * it, and the version is that job, or whatever else stands for one model alone. A label
 * does not: without a version it means the newest model that has it.
 */
record NamedModels(ModelShelf shelf) {

	private static final Pattern JOB = Pattern.compile("[0-9a-f]{64}");

	/**
	 * Finds a model.
	 * @throws ProblemException {@code NOT_FOUND}; {@code CONFLICT} if its job is not
	 * completed
	 */
	FoundModel find(String name, @Nullable String version) {
		if (version == null) {
			return named(name);
		}
		FoundModel found = of(name, version);
		boolean same = found.card().modelName().equals(name) || found.card().modelId().equals(name);
		if (!same || found.card().modelName().equals(version)) {
			throw unknown(name, version);
		}
		return found;
	}

	private FoundModel named(String name) {
		return JOB.matcher(name).matches() ? of(name, name) : this.shelf.find(new ModelRequest(null, name));
	}

	private FoundModel of(String name, String version) {
		boolean job = JOB.matcher(version).matches();
		try {
			return this.shelf.find(new ModelRequest(job ? version : null, job ? null : version));
		}
		catch (ProblemException ex) {
			throw (ex.kind() == ProblemKind.NOT_FOUND) ? unknown(name, version).causedBy(ex) : ex;
		}
	}

	private static ProblemException unknown(String name, String version) {
		return new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				name.equals(version) ? "There is no model '%s'".formatted(Quoted.shortened(name))
						: "Model '%s' has no version '%s'; /v2/models/%1$s lists those it has"
							.formatted(Quoted.shortened(name), Quoted.shortened(version)));
	}

}
