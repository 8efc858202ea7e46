package io.exoscout.model;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.exoscout.alias.ModelAliases;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.Spool;
import io.exoscout.caller.Caller;
import io.exoscout.candidate.CandidateDraft;
import io.exoscout.candidate.CandidateRanking;
import io.exoscout.candidate.CandidateReader;
import io.exoscout.candidate.StoredCandidates;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobRef;
import io.exoscout.store.BlobStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * All trained models: a card each in the database, the files and the ranked candidates in
 * the blob store. An unreachable database or blob store is reported as a
 * {@link ProblemException} of kind {@code UNAVAILABLE}.
 */
public final class ModelStore {

	/** Longer manifests would not fit into a document of the database. */
	private static final int MAX_MANIFEST = 1 << 20;

	private final ModelCards cards;

	private final ModelAliases aliases;

	private final BlobStore blobs;

	private final Spool spool;

	private final Clock clock;

	ModelStore(ModelCards cards, ModelAliases aliases, BlobStore blobs, Spool spool, Clock clock) {
		this.cards = cards;
		this.aliases = aliases;
		this.blobs = blobs;
		this.spool = spool;
		this.clock = clock;
	}

	/**
	 * Stores a model under the id of the job that trained it; durable when this returns.
	 * Storing the outcome of the same job again does no harm.
	 * @param modelName the label its owner gave it
	 * @param model the model
	 * @param ranking the objects of its training table
	 * @return its card
	 */
	public ModelCard save(String modelName, TrainedModel model, CandidateRanking ranking) {
		return save(modelName, null, model, null, ranking);
	}

	/**
	 * Stores a model together with its form in the library that fitted it.
	 * @param owner whose job trained it; {@code null} for nobody's
	 * @param tribuo the model as Tribuo writes it, as gzip; {@code null} unless Tribuo
	 * trained it
	 * @see #save(String, TrainedModel, CandidateRanking)
	 */
	public ModelCard save(String modelName, @Nullable String owner, TrainedModel model, byte @Nullable [] tribuo,
			CandidateRanking ranking) {
		ModelManifest manifest = model.manifest();
		byte[] file = ModelFile.write(model);
		try (CandidateDraft lists = new CandidateDraft(this.spool, ranking)) {
			BlobRef ref = this.blobs.put(file);
			StoredCandidates candidates = lists.keep(this.blobs);
			BlobRef theirs = (tribuo != null) ? this.blobs.put(tribuo) : null;
			// what the database keeps of a time
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			ModelCard card = new ModelCard(manifest.jobId(), modelName, now, ref, manifest, candidates, null, theirs,
					owner);
			this.cards.save(card);
			// somebody may have removed the same bytes just before the card spoke for
			// them
			if (!files(card).allMatch(this.blobs::exists)) {
				this.blobs.put(file);
				lists.keep(this.blobs);
				if (tribuo != null) {
					this.blobs.put(tribuo);
				}
			}
			return card;
		}
	}

	/**
	 * Stores a model from elsewhere under the digest of its file; durable when this
	 * returns. Storing it again does no harm, and changes neither its name nor its owner.
	 * @param modelName the label it is to have
	 * @param model what {@code file} holds, having been checked
	 * @param file the file as it came
	 * @param filename what it was called
	 * @return the card it has
	 * @throws ProblemException {@code INVALID} (code {@code invalid_model_file}) if what
	 * it says about itself is too long
	 */
	public ModelCard keep(String modelName, TrainedModel model, byte[] file, String filename) {
		int length = ManifestJson.write(model.manifest()).length;
		if (length > MAX_MANIFEST) {
			throw new ProblemException(ErrorCode.INVALID_MODEL_FILE,
					"The manifest of this model file has %d bytes; at most %d are accepted.".formatted(length,
							MAX_MANIFEST));
		}
		BlobRef ref = this.blobs.put(file);
		// whoever was first stays the owner
		ModelCard card = this.cards
			.add(new ModelCard(ref.sha256(), modelName, this.clock.instant().truncatedTo(ChronoUnit.MILLIS), ref,
					model.manifest(), null, new ModelCard.Imported(filename), null, Caller.current().name()));
		// as above
		if (!this.blobs.exists(ref.sha256())) {
			this.blobs.put(file);
		}
		return card;
	}

	public Optional<ModelCard> find(String modelId) {
		return this.cards.find(modelId);
	}

	/**
	 * Models, newest first. One is stored a moment before its job is completed, so not
	 * all of them are of completed jobs.
	 * @param modelName only those with this label; {@code null} for all
	 * @param limit how many at most
	 * @param after only those that come after this place in the list
	 * @return their cards
	 */
	public List<ModelCard> list(@Nullable String modelName, int limit, @Nullable ModelPlace after) {
		return this.cards.list(modelName, limit, after);
	}

	/** The cards of some models, in no order; unknown ids are passed over. */
	public List<ModelCard> find(Collection<String> modelIds) {
		return this.cards.find(modelIds);
	}

	/** What all models are chosen and ordered by, in no order. */
	public List<ModelLine> lines() {
		return this.cards.lines();
	}

	/** The names that stand for models, and move. */
	public ModelAliases aliases() {
		return this.aliases;
	}

	/** All models of jobs that were stored before a time. */
	public List<ModelPlace> storedBefore(Instant time) {
		return this.cards.storedBefore(time);
	}

	/**
	 * Reads a model, having checked its digest.
	 * @param card its card
	 * @return the model
	 * @throws ProblemException {@code NOT_FOUND} if it was deleted meanwhile,
	 * {@code INVALID} if the file is damaged
	 */
	public TrainedModel load(ModelCard card) {
		return load(card.file().sha256());
	}

	/**
	 * Reads a model by the digest of its file, whatever its card says by now.
	 * @throws ProblemException as {@link #load(ModelCard)} does
	 */
	public TrainedModel load(String sha256) {
		try (InputStream file = this.blobs.open(sha256)) {
			return ModelFile.read(file);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable("The model file " + sha256 + " can not be read", ex);
		}
	}

	/** Opens the model file as it is; the caller closes it. */
	public InputStream open(ModelCard card) {
		return this.blobs.open(card.file().sha256());
	}

	/** Opens the file of a card's model in another form; the caller closes it. */
	public InputStream open(BlobRef form) {
		return this.blobs.open(form.sha256());
	}

	/** Opens a list of ranked objects at its first one; the caller closes it. */
	public CandidateReader openList(BlobRef list) {
		return new CandidateReader(this.blobs.open(list.sha256()));
	}

	/**
	 * Removes a model and, unless something else has the same bytes, its files and its
	 * lists of objects.
	 * @param modelId its id; unknown ones are fine
	 * @param referenced tells whether anything besides models points at a digest
	 */
	public void delete(String modelId, Predicate<String> referenced) {
		Predicate<String> needed = referenced.or(this::uses);
		this.cards.remove(modelId)
			.stream()
			.flatMap(ModelStore::files)
			.forEach((sha256) -> this.blobs.remove(sha256, needed));
	}

	/**
	 * Takes a model out of the list, unless its job has stored it again since, and sets
	 * its files aside unless something else has the same bytes. {@link #bringBack} undoes
	 * it.
	 * @param stored the model as it was listed
	 * @param referenced tells whether anything besides models points at a digest
	 * @return whether it was there
	 */
	public boolean setAside(ModelPlace stored, Predicate<String> referenced) {
		Predicate<String> needed = referenced.or(this::uses);
		Optional<ModelCard> card = this.cards.setAside(stored, this.clock.instant());
		card.stream().flatMap(ModelStore::files).forEach((sha256) -> this.blobs.setAside(sha256, needed));
		return card.isPresent();
	}

	/** The ids of all models that were set aside. */
	public List<String> setAside() {
		return this.cards.setAside();
	}

	/**
	 * Puts a model back that was set aside, unless there is another one of its id by now;
	 * returns whether it is back.
	 */
	public boolean bringBack(String modelId) {
		return this.cards.bringBack(modelId);
	}

	/** Forgets models that were set aside before a time; returns how many. */
	public long purge(Instant before) {
		return this.cards.purge(before);
	}

	private static Stream<String> files(ModelCard card) {
		StoredCandidates candidates = card.candidates();
		Stream<BlobRef> lists = (candidates != null) ? candidates.files() : Stream.empty();
		return Stream.concat(Stream.of(card.file(), card.tribuo()), lists)
			.filter(Objects::nonNull)
			.map(BlobRef::sha256);
	}

	/**
	 * Whether some model's file, in whatever form, or list of objects has this digest.
	 */
	public boolean uses(String sha256) {
		return this.cards.uses(sha256);
	}

	/**
	 * A place in the list, newest first; ties are broken by id.
	 *
	 * @param createdAt when the model at this place was stored
	 * @param modelId its id
	 */
	public record ModelPlace(Instant createdAt, String modelId) {

		public static ModelPlace of(ModelCard card) {
			return new ModelPlace(card.createdAt(), card.modelId());
		}

		static ModelPlace of(Document card) {
			return new ModelPlace(card.getDate("createdAt").toInstant(), card.getString("_id"));
		}

	}

	/**
	 * What a model is chosen and ordered by.
	 *
	 * @param place where it is in the list, newest first
	 * @param modelName the label its owner gave it
	 * @param mission whose tables it scores
	 * @param algorithm the learner
	 * @param target what it tells apart
	 * @param metrics out-of-fold figures by name
	 * @param imported whether it comes from elsewhere
	 */
	public record ModelLine(ModelPlace place, String modelName, Mission mission, Algorithm algorithm, Target target,
			Map<String, Double> metrics, boolean imported) {
	}

}
