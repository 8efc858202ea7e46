package io.exoscout.stream.stored;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.exoscout.fitting.FitThreads;
import io.exoscout.fitting.ReducedFit;
import io.exoscout.learning.FitMonitor;
import io.exoscout.logistic.StreamModel;
import io.exoscout.logistic.StreamScorer;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.model.TrainedModel;
import io.exoscout.online.StreamDefinition;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.MongoAccess;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The models of the model store that score streams. Which bytes a stream is scored by is
 * written into its definition; while it is there its model is not deleted.
 */
public final class StoredModels implements AutoCloseable {

	/** Jobs are kept by other services; they are looked at where they lie. */
	private static final String JOBS = "jobs";

	private final ModelStore models;

	private final MongoAccess mongo;

	private final FitThreads threads = new FitThreads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

	private final FitMonitor monitor = new FitMonitor();

	/** Those in use, so that all folds of a stream share one. */
	private final Map<Used, WeakReference<StoredScorer>> used = new HashMap<>();

	/** The models of a store. */
	public StoredModels(ModelStore models, MongoAccess mongo) {
		this.models = models;
		this.mongo = mongo;
	}

	/** Which model, for which definition. */
	private record Used(String sha256, StreamDefinition definition) {
	}

	/**
	 * A definition with the digest of the stored model, if it names one.
	 * @throws ProblemException if there is no such model, or it does not fit the stream
	 */
	public StreamDocument pin(StreamDocument document) {
		StreamDefinition definition = document.definition();
		String wanted = document.sha256();
		if (!definition.model().stored()) {
			if (wanted != null) {
				throw ProblemException.invalidField("model.sha256",
						"Field 'model.sha256' is %s; only models of %s have one.".formatted(Quoted.of(wanted),
								StreamModel.STORED));
			}
			return document;
		}
		ModelCard card = card(definition.model().job());
		String sha256 = card.file().sha256();
		if (wanted != null && !wanted.equals(sha256)) {
			throw ProblemException.invalidField("model.sha256",
					"Field 'model.sha256' is %s, but the model of %s has %s; leave it out, or name another job."
						.formatted(Quoted.of(wanted), Quoted.of(card.modelId()), sha256));
		}
		new StoredInputs(this.models.load(card), definition);
		return document.pinned(sha256);
	}

	/**
	 * The model of a job, which may be an imported one.
	 * @throws ProblemException if there is none, or it is not completed
	 */
	public ModelCard card(String id) {
		Optional<Document> job = this.mongo
			.call((mongo) -> Optional.ofNullable(mongo.findById(id, Document.class, JOBS)));
		if (job.isPresent() && !"TRAINING".equals(job.get().getString("type"))) {
			throw ProblemException.invalidField("model.algorithm",
					"Job '%s' is no training (%s), so it has no model; name one that trained a model.".formatted(id,
							word(job.get(), "type")));
		}
		if (job.isPresent() && !"COMPLETED".equals(job.get().getString("status"))) {
			throw new ProblemException(ErrorCode.JOB_NOT_COMPLETED,
					"Job '%s' is %s; its model can be used once it is completed".formatted(id,
							word(job.get(), "status")));
		}
		Optional<ModelCard> card = this.models.find(id);
		if (job.isEmpty() && card.filter(ModelCard::isImported).isEmpty()) {
			throw new ProblemException(ErrorCode.JOB_NOT_FOUND,
					"There is no job '%s', so no stream can be scored by its model".formatted(Quoted.shortened(id)));
		}
		return card.orElseThrow(() -> new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				"The model of job '%s' is gone; train it again".formatted(Quoted.shortened(id))));
	}

	private static String word(Document job, String field) {
		return String.valueOf(job.getString(field)).toLowerCase(java.util.Locale.ROOT);
	}

	/**
	 * Sees to it that the model of a stream that is kept by now stays.
	 * @throws ProblemException {@code model_not_found} if it was deleted meanwhile
	 */
	public void requireStays(KnownStream stream) {
		StreamModel model = stream.definition().model();
		if (model.stored()) {
			this.models.aliases().requireStays(model.job(), (id) -> this.models.find(id).isPresent());
		}
	}

	/**
	 * What scores a stream; null for one that learns. The model is read once for all that
	 * use it at a time.
	 * @throws ProblemException if the model can not be read
	 */
	public @Nullable StreamScorer scorer(KnownStream stream) {
		if (!stream.definition().model().stored()) {
			return null;
		}
		Used key = new Used(Objects.requireNonNull(stream.document().sha256()), stream.definition());
		synchronized (this.used) {
			this.used.values().removeIf((reference) -> reference.get() == null);
			WeakReference<StoredScorer> known = this.used.get(key);
			StoredScorer scorer = (known != null) ? known.get() : null;
			if (scorer == null) {
				scorer = scorer(this.models.load(key.sha256()), key.definition());
				this.used.put(key, new WeakReference<>(scorer));
			}
			return scorer;
		}
	}

	private StoredScorer scorer(TrainedModel model, StreamDefinition definition) {
		return new StoredScorer(model, definition,
				(unknown) -> new ReducedFit(model, unknown).run(this.threads, this.monitor));
	}

	@Override
	public void close() {
		this.monitor.stop();
		this.threads.close();
	}

}
