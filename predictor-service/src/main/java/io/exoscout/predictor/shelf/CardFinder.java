package io.exoscout.predictor.shelf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.exoscout.alias.ModelAlias;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.model.ModelStore.ModelPlace;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/** Finds the cards of models by what callers call them, in the database each time. */
public record CardFinder(Jobs jobs, ModelStore models) {

	/** More do not fit beside each other. */
	private static final int MOST_COMPARED = 10;

	/**
	 * The model a caller means: that of a job, or what goes by a name.
	 * @throws ProblemException {@code NOT_FOUND} if there is none, {@code CONFLICT} if
	 * its job is not completed
	 */
	FoundModel meant(@Nullable String jobId, @Nullable String name) {
		return (jobId != null) ? FoundModel.only(ofJob(jobId)) : called(String.valueOf(name));
	}

	private ModelCard ofJob(String jobId) {
		Optional<Job> found = this.jobs.find(jobId);
		if (found.isEmpty()) {
			// an answer names a model from elsewhere by its id in the same place
			return peek(jobId).filter(ModelCard::isImported)
				.orElseThrow(() -> new ProblemException(ErrorCode.JOB_NOT_FOUND,
						"There is no job '%s'".formatted(Quoted.shortened(jobId))));
		}
		Job job = found.get();
		if (job.status() != JobState.COMPLETED) {
			throw new ProblemException(ErrorCode.JOB_NOT_COMPLETED,
					"Job '%s' is %s; its model can be used once it is completed".formatted(jobId, job.status().id()));
		}
		return card(jobId);
	}

	/**
	 * A model by its id, an alias or its label, in this order: an alias can not look like
	 * an id, and is more than a label.
	 */
	private FoundModel called(String name) {
		Optional<ModelCard> byId = peek(name);
		if (byId.isPresent()) {
			return FoundModel.only(byId.get().isImported() ? byId.get() : ofJob(name));
		}
		return this.models.aliases().find(name).map(this::at).map(FoundModel::only).orElseGet(() -> newest(name));
	}

	private ModelCard at(ModelAlias alias) {
		return peek(alias.modelId()).orElseThrow(() -> new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				"The alias '%s' points at model '%s', which is gone; move it".formatted(alias.alias(),
						alias.modelId())));
	}

	/**
	 * The card of a model that is named by its id, an alias or its label, of which the
	 * newest is meant; looked up anew.
	 * @throws ProblemException {@code NOT_FOUND} if there is none
	 */
	public ModelCard named(String name) {
		return peek(name).or(() -> this.models.aliases().find(name).map(this::at)).orElseGet(() -> newest(name).card());
	}

	private FoundModel newest(String name) {
		List<ModelCard> found = completed(name, 2);
		if (found.isEmpty()) {
			throw unknown(name);
		}
		return FoundModel.newest((found.size() > 1) ? completed(name, FoundModel.MOST + 1) : found);
	}

	/** The jobs whose models have a label, newest first; of very many the newest. */
	public List<String> versions(String name) {
		return completed(name, FoundModel.MOST).stream().map(ModelCard::modelId).toList();
	}

	/** Which of some models can be asked: those of completed jobs, and from elsewhere. */
	List<ModelLine> askable(List<ModelLine> lines) {
		Set<String> completed = this.jobs.inState(lines.stream().map((line) -> line.place().modelId()).toList(),
				JobState.COMPLETED);
		return lines.stream().filter((line) -> line.imported() || completed.contains(line.place().modelId())).toList();
	}

	/**
	 * A model is stored before its job is completed: until then, and if that never comes,
	 * it is nobody's.
	 */
	private List<ModelCard> completed(String name, int limit) {
		List<ModelCard> found = new ArrayList<>();
		List<ModelCard> page = this.models.list(name, limit, null);
		while (!page.isEmpty()) {
			Set<String> completed = this.jobs.inState(page.stream().map(ModelCard::modelId).toList(),
					JobState.COMPLETED);
			page.stream().filter((card) -> card.isImported() || completed.contains(card.modelId())).forEach(found::add);
			if (found.size() >= limit) {
				return found.subList(0, limit);
			}
			page = this.models.list(name, limit, ModelPlace.of(page.get(page.size() - 1)));
		}
		return found;
	}

	/**
	 * The models of a comparison.
	 * @param names ids, aliases or labels, separated by commas
	 * @throws ProblemException {@code INVALID} if they are not two to ten different ones
	 */
	List<ModelCard> compared(@Nullable String names) {
		List<String> named = (names == null) ? List.of()
				: Arrays.stream(names.split(",")).map(String::strip).filter((name) -> !name.isEmpty()).toList();
		if (named.size() < 2 || named.size() > MOST_COMPARED) {
			throw ProblemException.invalidParameter("ids",
					"ids names %d models; accepted are 2 to %d, separated by commas".formatted(named.size(),
							MOST_COMPARED));
		}
		List<ModelCard> cards = named.stream().map(this::named).toList();
		if (cards.stream().map(ModelCard::modelId).distinct().count() < cards.size()) {
			throw ProblemException.invalidParameter("ids", "ids names one model twice; name different ones");
		}
		return cards;
	}

	/** The card of a model. */
	public ModelCard card(String modelId) {
		return this.models.find(modelId).orElseThrow(() -> unknown(modelId));
	}

	/** The card of a model, if there still is one. */
	public Optional<ModelCard> peek(String modelId) {
		return this.models.find(modelId);
	}

	private static ProblemException unknown(String model) {
		return new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				"There is no model '%s'".formatted(Quoted.shortened(model)));
	}

}
