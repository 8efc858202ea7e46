package io.exoscout.predictor.shelf;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.neighbour.NeighbourFile;
import io.exoscout.prediction.Selection;
import io.exoscout.prediction.WantedSelection;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
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

	private final CardFinder cards;

	private final ModelStore models;

	/** How long an answer of the database is believed. */
	static final Duration BELIEVED = Duration.ofSeconds(1);

	/** Models lately asked for by one name or the other. */
	private static final int MOST_FOUND = 1000;

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
		this.cards = new CardFinder(jobs, models);
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

	/** Finds cards without asking the shelf. */
	public CardFinder cards() {
		return this.cards;
	}

	/** Looks up which model is meant. */
	private final class Meant implements CacheLoader<Named, FoundModel> {

		@Override
		public FoundModel load(Named named) {
			return ModelShelf.this.cards.meant(named.jobId(), named.model());
		}

		/** What is gone (null) is forgotten, so that the next one who asks hears why. */
		@Override
		@SuppressWarnings("NullAway")
		public @Nullable FoundModel reload(Named named, FoundModel before) {
			try {
				FoundModel now = load(named);
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

	/**
	 * From which probability on rows are to be selected, if they are.
	 * @throws ProblemException if that can not be said
	 */
	public Optional<Selection> selection(ModelCard card, @Nullable WantedSelection wanted) {
		return Optional.ofNullable(wanted).map((select) -> selected(card, select));
	}

	private Selection selected(ModelCard card, WantedSelection wanted) {
		return new JobCurve(card.manifest(), this.cards.jobs().find(card.modelId()).map(Job::results).orElse(null))
			.selection(wanted);
	}

	/** The table a model was trained on, if its job is still there. */
	@Nullable DatasetRef dataset(ModelCard card) {
		return this.cards.jobs().find(card.modelId()).map(Job::dataset).orElse(null);
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
