package io.exoscout.installation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

import com.mongodb.MongoException;
import io.exoscout.store.BlobMark;
import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database and a blob store that belong together: both carry one identity, given at
 * their first start. A database that is new or another one says of every blob that nobody
 * needs it; so whatever does not fit is refused, and nothing is changed.
 *
 * @param database the database
 * @param mark the identity of the blobs
 * @param blobs the blobs
 * @param wanted the identity to give if there is none yet
 * @param anew whether to begin anew with what is missing, rather than to refuse
 */
public record Installation(DatabaseMark database, BlobMark mark, BlobStore blobs, String wanted, boolean anew) {

	private static final Logger log = LoggerFactory.getLogger(Installation.class);

	/**
	 * Another service may be at its first start, and have given an identity or stored
	 * something between two questions.
	 */
	private static final int LOOKS = 3;

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
		.withZone(ZoneOffset.UTC);

	/**
	 * Makes sure that database and blobs belong together. Gives them an identity if they
	 * are both new, or are from before there were identities and fit.
	 * @throws InstallationMismatch if they do not belong together
	 * @throws io.exoscout.problem.ProblemException of kind {@code UNAVAILABLE} if one of
	 * them is out of reach
	 */
	public void check() {
		reach(this::settleOrRefuse);
	}

	private void settleOrRefuse() {
		String refusal = settle();
		for (int look = 1; refusal != null && look < LOOKS; look++) {
			refusal = settle();
		}
		if (refusal != null && !(this.anew && beginAnew())) {
			throw new InstallationMismatch(refusal);
		}
	}

	private static void reach(Runnable task) {
		try {
			task.run();
		}
		catch (MongoException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	/** Gives an identity where that is due; else says why not. */
	private @Nullable String settle() {
		// first the blobs: they are the first to be stored
		Optional<String> there = this.mark.identity();
		boolean without = this.mark.isEmpty();
		Optional<String> here = this.database.identity();
		if (here.isPresent() && there.isPresent() && !here.equals(there)) {
			return foreign(here.get(), there.get());
		}
		String refusal = without ? lost(here.isPresent(), there.isPresent())
				: unknown(here.isPresent() && there.isPresent());
		if (refusal == null && !(here.isPresent() && there.isPresent())) {
			String identity = this.database.identify(there.orElse(this.wanted));
			if (there.isEmpty()) {
				this.mark.identify(identity);
			}
		}
		return refusal;
	}

	private String foreign(String here, String there) {
		return this.database.isEmpty() ? newBeside()
				: ("the database %s (identity %s) and %s (identity %s) belong to different installations; say where the "
						+ "right ones are with SPRING_MONGODB_URI and EXOSCOUT_BLOBS_DIRECTORY")
					.formatted(this.database.name(), here, this.mark.place(), there);
	}

	/** What is wrong with a store that has no blobs. */
	private @Nullable String lost(boolean marked, boolean markedBlobs) {
		if (!this.database.namedBlobs().isEmpty()) {
			return ("%s holds no tables or models, but the jobs in the database %s need some; say where they are with "
					+ "EXOSCOUT_BLOBS_DIRECTORY, restore a backup into an empty place, or go on without them by "
					+ "EXOSCOUT_BEGINANEW=true")
				.formatted(this.mark.place(), this.database.name());
		}
		return (!marked && markedBlobs && this.database.isEmpty()) ? newBeside() : null;
	}

	/** What is wrong with a store that has blobs. */
	private @Nullable String unknown(boolean marked) {
		if (marked) {
			return null;
		}
		Set<String> named = this.database.namedBlobs();
		if (named.isEmpty()) {
			return newBeside();
		}
		long missing = named.stream().filter((sha256) -> !this.blobs.exists(sha256)).count();
		return (2 * missing <= named.size()) ? null
				: ("%s holds %d tables and models, but not those that the jobs in the database %s need; say where the "
						+ "right ones are with SPRING_MONGODB_URI and EXOSCOUT_BLOBS_DIRECTORY")
					.formatted(this.mark.place(), this.mark.count(), this.database.name());
	}

	private String newBeside() {
		return ("the database %s is new, but %s is not: it holds %d tables and models; put their database back, restore "
				+ "a backup, or begin anew by EXOSCOUT_BEGINANEW=true, which sets them aside")
			.formatted(this.database.name(), this.mark.place(), this.mark.count());
	}

	/** Whether one of both is empty, so that nothing is lost by going on. */
	private boolean beginAnew() {
		if (this.database.isEmpty()) {
			String name = STAMP.format(Instant.now());
			this.mark.setAside(name);
			log.warn("Began anew: the blobs of before are set aside in {} as {}", this.mark.place(), name);
		}
		else if (this.mark.isEmpty()) {
			log.warn("Began anew: the blobs that the documents of {} name are lost", this.database.name());
		}
		else {
			return false;
		}
		this.mark.identify(this.database.identify(this.wanted));
		return true;
	}

	/**
	 * Makes sure that database and blobs are still those that were checked, before
	 * anything is removed.
	 * @throws InstallationMismatch if they are not
	 */
	public void requireUnchanged() {
		reach(() -> {
			Optional<String> here = this.database.identity();
			if (here.isEmpty() || !here.equals(this.mark.identity())) {
				throw new InstallationMismatch("the database %s no longer has the identity of %s"
					.formatted(this.database.name(), this.mark.place()));
			}
		});
	}

	/**
	 * Makes sure that a backup can be restored into an empty database: it becomes the one
	 * that belongs to the blobs.
	 * @throws InstallationMismatch if the blobs belong to another database
	 */
	public void prepareRestore() {
		reach(() -> {
			Optional<String> there = this.mark.identity();
			String here = this.database.identify(there.orElse(this.wanted));
			if (there.isEmpty()) {
				this.mark.identify(here);
			}
			else if (!there.get().equals(here)) {
				throw new InstallationMismatch(
						"the database %s is not that of the tables and models in %s; restore into other blobs"
							.formatted(this.database.name(), this.mark.place()));
			}
		});
	}

}
