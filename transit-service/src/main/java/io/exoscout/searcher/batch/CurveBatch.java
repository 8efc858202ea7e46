package io.exoscout.searcher.batch;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Stars whose light curves were sent together. Each is a job of its own, which may be in
 * other batches, too; the batch says only which they are.
 *
 * @param batchId the digest of what was sent
 * @param owner the caller who sent it first; {@code null} where nobody was asked
 * @param createdAt when that was
 * @param targets the stars, by name
 * @param refused the files that were not taken
 */
@Document(CurveBatches.COLLECTION)
public record CurveBatch(@Id String batchId, @Nullable String owner, Instant createdAt, List<SentTarget> targets,
		List<RefusedFile> refused) {

	/**
	 * A star.
	 *
	 * @param target its name, or that of its file or folder
	 * @param jobId the search
	 * @param files its files
	 * @param dataSource whose light curve it is, if that is known
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record SentTarget(String target, String jobId, List<String> files, @Nullable String dataSource) {
	}

	/**
	 * A file that was not taken, or whose star was not because of it.
	 *
	 * @param file its name
	 * @param code what is wrong, in a word
	 * @param detail the same for people
	 */
	public record RefusedFile(String file, String code, String detail) {
	}

	/** The jobs of all stars. */
	List<String> jobIds() {
		return this.targets.stream().map(SentTarget::jobId).toList();
	}

	/** Whose light curves all of them are; {@code null} if not all are of one mission. */
	@Nullable String dataSource() {
		List<@Nullable String> sources = this.targets.stream().map(SentTarget::dataSource).distinct().toList();
		return (sources.size() == 1) ? sources.get(0) : null;
	}

	/** Whether they are of several missions. */
	boolean mixed() {
		return this.targets.stream().map(SentTarget::dataSource).distinct().count() > 1;
	}

}
