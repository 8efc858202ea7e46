package io.exoscout.predictor.shelf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.exoscout.alias.ModelAlias;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.job.Jobs;
import io.exoscout.neighbour.NeighbourFile;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.model.ModelStore.ModelPlace;
import io.exoscout.model.TrainedModel;
import io.exoscout.prediction.Selection;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Finds models and keeps the ones used lately in memory. They are kept under the digest
 * of their file, so what is in memory can not be out of date. Which model is meant is
 * looked up once a second at most, however many ask.
 */
public class ModelShelf {

	private final Jobs jobs;

	private final ModelStore models;

	/** How long an answer of the database is believed. */
	static final Duration BELIEVED = Duration.ofSeconds(1);

	/** Models lately asked for by one name or the other. */
	private static final int MOST_FOUND = 1000;

	/** More do not fit beside each other. */
	private static final int MOST_COMPARED = 10;

	private final Cache<String, ModelInputs> loaded;

	private final LoadingCache<Named, FoundModel> found;

	/**
	 * A shelf.
	 * @param capacity how much memory loaded models may take
	 */
	public ModelShelf(Jobs jobs, ModelStore models, DataSize capacity) {
		this(jobs, models, capacity, Ticker.systemTicker());
	}

	ModelShelf(Jobs jobs, ModelStore models, DataSize capacity, Ticker ticker) {
		this.jobs = jobs;
		this.models = models;
		this.found = Caffeine.newBuilder()
			.maximumSize(MOST_FOUND)
			.expireAfterWrite(BELIEVED)
			// beside the requests, so that where many ask none has to wait
			.refreshAfterWrite(BELIEVED.dividedBy(2))
			// not behind whatever the common pool has to do for large tables
			.executor(Executors.newSingleThreadExecutor(ModelShelf::lookingUp))
			.ticker(ticker)
			.build(new Meant());
		this.loaded = Caffeine.newBuilder()
			.maximumWeight(capacity.toKilobytes())
			.<String, ModelInputs>weigher((digest, inputs) -> kilobytes(inputs.model()))
			.recordStats()
			.build();
	}

	private static Thread lookingUp(Runnable task) {
		Thread thread = new Thread(task, "exoscout-model-lookups");
		thread.setDaemon(true);
		return thread;
	}

	/** How a caller names a model. */
	private record Named(@Nullable String jobId, @Nullable String model) {
	}

	/** Looks up which model is meant. */
	private final class Meant implements CacheLoader<Named, FoundModel> {

		@Override
		public FoundModel load(Named named) {
			return meant(named);
		}

		/** What is gone (null) is forgotten, so that the next one who asks hears why. */
		@Override
		@SuppressWarnings("NullAway")
		public @Nullable FoundModel reload(Named named, FoundModel before) {
			try {
				FoundModel now = meant(named);
				// all of it is there before anybody is sent to it
				ModelShelf.this.load(now.card()).spread();
				return now;
			}
			catch (ProblemException ex) {
				return null;
			}
		}

	}

	/** What a model takes in memory. */
	static int kilobytes(TrainedModel model) {
		// an object of the training table takes twice what it takes in the file: 72 bytes
		// itself, and 16 in the orders it is found by
		long bytes = model.forests().memory() + 2 * NeighbourFile.bytes(model.neighbours()) + model.rows().bytes();
		return (int) Math.min(Integer.MAX_VALUE, 1 + bytes / 1024);
	}

	/**
	 * Finds the model a caller means.
	 * @param request names the job that trained it; or its id, an alias of it, or its
	 * label, in which case the newest one with that label is meant
	 * @return its card, and what the caller should know of the choice
	 */
	public FoundModel find(ModelRequest request) {
		String jobId = request.jobId();
		String name = request.model();
		if ((jobId == null) == (name == null)) {
			String detail = "Name the model with either 'job_id' or 'model'";
			throw new ProblemException(ErrorCode.MODEL_NOT_NAMED, detail, InputError.field("job_id", detail));
		}
		return this.found.get(new Named(jobId, name));
	}

	private FoundModel meant(Named named) {
		String jobId = named.jobId();
		return (jobId != null) ? FoundModel.only(ofJob(jobId)) : called(String.valueOf(named.model()));
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

	public ModelCard card(String modelId) {
		return this.models.find(modelId).orElseThrow(() -> unknown(modelId));
	}

	/**
	 * From which probability on rows are to be selected, if they are.
	 * @throws ProblemException if that can not be said
	 */
	public Optional<Selection> selection(ModelCard card, @Nullable WantedSelection wanted) {
		return Optional.ofNullable(wanted).map((select) -> selected(card, select));
	}

	private Selection selected(ModelCard card, WantedSelection wanted) {
		return new JobCurve(card.manifest(), this.jobs.find(card.modelId()).map(Job::results).orElse(null))
			.selection(wanted);
	}

	/** The table a model was trained on, if its job is still there. */
	@Nullable DatasetRef dataset(ModelCard card) {
		return this.jobs.find(card.modelId()).map(Job::dataset).orElse(null);
	}

	/** The card of a model, if there still is one. */
	public Optional<ModelCard> peek(String modelId) {
		return this.models.find(modelId);
	}

	private static ProblemException unknown(String model) {
		return new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				"There is no model '%s'".formatted(Quoted.shortened(model)));
	}

	public void bindTo(MeterRegistry registry) {
		lookUps(registry, "hit", CacheStats::hitCount);
		lookUps(registry, "miss", CacheStats::missCount);
	}

	private void lookUps(MeterRegistry registry, String result, ToDoubleFunction<CacheStats> count) {
		FunctionCounter.builder("exoscout.model.lookups", this.loaded, (models) -> count.applyAsDouble(models.stats()))
			.description("Models asked for, by whether they were still in memory")
			.tag("result", result)
			.register(registry);
	}

	/** A model, ready to score with. */
	public ModelInputs load(ModelCard card) {
		return this.loaded.get(card.file().sha256(), (digest) -> new ModelInputs(this.models.load(card)));
	}

}
