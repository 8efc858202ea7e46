package io.exoscout.forecast.model;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.exoscout.caller.Caller;
import io.exoscout.forecast.collection.SeriesDatabase;
import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobStore;
import io.exoscout.store.Digests;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * All models of series: a card each in the database of the series, and the file beside it
 * under its digest, which is the id. No sweep of the jobs ever looks there.
 *
 * @param database where cards are
 * @param blobs where files are
 * @param limits how many there may be
 * @param clock tells which is the newest
 */
public record SeriesModels(SeriesDatabase database, BlobStore blobs, SeriesLimits limits, Clock clock) {

	private static final String CARDS = "series.models";

	/** An owner may have one of as many parts of the room for all. */
	private static final int SHARE = 10;

	/**
	 * Keeps a model; durable when this returns. The same model again is the newest one
	 * from then on.
	 */
	public SeriesModelCard save(SeriesModel model) {
		byte[] file = SeriesModelFile.write(model);
		String id = Digests.sha256(file);
		SeriesModelCard known = find(Filters.eq("_id", id)).orElse(null);
		if (known == null) {
			requireRoom();
		}
		this.blobs.put(file);
		// what the database keeps of a time
		SeriesModelCard card = new SeriesModelCard(id, model.collectionName(),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), file.length,
				(known != null) ? known.owner() : Caller.current().name());
		this.database.kept(CARDS,
				(cards) -> cards.replaceOne(Filters.eq("_id", id), card.document(), new ReplaceOptions().upsert(true)));
		// somebody may have deleted the same model just before the card spoke for it
		if (!this.blobs.exists(id)) {
			this.blobs.put(file);
		}
		return card;
	}

	private void requireRoom() {
		long there = this.database.kept(CARDS, (cards) -> cards.countDocuments());
		if (there >= this.limits.models()) {
			throw new ProblemException(ErrorCode.TOO_MANY_SERIES_MODELS,
					"There are %d models of series, as many as there may be; delete some, or raise exoscout.series.models."
						.formatted(there));
		}
		String owner = Caller.current().name();
		int share = Math.max(1, this.limits.models() / SHARE);
		if (owner != null
				&& this.database.kept(CARDS, (cards) -> cards.countDocuments(Filters.eq("owner", owner))) >= share) {
			throw new ProblemException(ErrorCode.TOO_MANY_SERIES_MODELS,
					"You have %d models of series, a tenth of all there may be; delete some, or raise exoscout.series.models."
						.formatted(share));
		}
	}

	/** All cards, newest first. */
	public List<SeriesModelCard> list() {
		return this.database.kept(CARDS,
				(cards) -> cards.find()
					.sort(Sorts.descending("createdAt"))
					.batchSize(this.limits.models())
					.map(SeriesModelCard::of)
					.into(new ArrayList<>()));
	}

	/**
	 * A card.
	 * @param id of which model; if {@code null} the newest, of the caller's own if he is
	 * known by name and has some: what others train does not change his answers
	 * @throws ProblemException {@code model_not_found}, or {@code invalid_input} where he
	 * has none, and those of others are of several collections
	 */
	public SeriesModelCard get(@Nullable String id) {
		if (id == null) {
			return newest();
		}
		return find(Filters.eq("_id", id)).orElseThrow(() -> new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				"There is no model of series '%s'.".formatted(Quoted.shortened(id))));
	}

	private SeriesModelCard newest() {
		String name = Caller.current().name();
		Optional<SeriesModelCard> own = (name != null) ? find(Filters.eq("owner", name)) : Optional.empty();
		if (own.isPresent()) {
			return own.get();
		}
		if (name != null && list().stream().map(SeriesModelCard::collectionName).distinct().count() > 1) {
			throw ProblemException.invalidField("model_id",
					"Field 'model_id' is missing; you have no model of your own, and there are models of several collections.");
		}
		return find(new Document()).orElseThrow(() -> new ProblemException(ErrorCode.MODEL_NOT_FOUND,
				"There is no model of series yet; train one first."));
	}

	private Optional<SeriesModelCard> find(Bson wanted) {
		return this.database.kept(CARDS,
				(cards) -> Optional.ofNullable(cards.find(wanted).sort(Sorts.descending("createdAt")).limit(1).first())
					.map(SeriesModelCard::of));
	}

	/** Reads a model, having checked its digest. */
	public SeriesModel load(SeriesModelCard card) {
		try (InputStream file = this.blobs.open(card.modelId())) {
			return SeriesModelFile.read(file.readAllBytes());
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable("The file of the model of series can not be read", ex);
		}
	}

	/** Deletes a model. */
	public void delete(String id) {
		Caller.current().requireMayChange(get(id).owner(), "The model of series '" + id + "'");
		this.database.kept(CARDS, (cards) -> cards.deleteOne(Filters.eq("_id", id)));
		this.blobs.remove(id, (sha256) -> find(Filters.eq("_id", sha256)).isPresent());
	}

}
