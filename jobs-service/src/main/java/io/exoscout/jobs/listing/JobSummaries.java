package io.exoscout.jobs.listing;

import java.util.List;

import io.exoscout.job.Job;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Jobs as elements of a list. */
public final class JobSummaries {

	private final JsonMapper json;

	/** What there is to show. */
	private final PartNames known;

	/**
	 * Elements of lists.
	 * @param json writes the documents of jobs
	 */
	public JobSummaries(JsonMapper json) {
		this.json = json;
		this.known = PartNames.ofJob(json);
	}

	/**
	 * What to show.
	 * @param fields paths of parts, with commas between them; {@code null} for what lists
	 * show unless asked
	 */
	ShownParts parts(@Nullable String fields) {
		return (fields != null) ? ShownParts.of(fields, this.known) : ShownParts.SHORT;
	}

	List<JobSummary> of(List<Job> jobs, ShownParts parts) {
		// lists leave out which columns are used, unless they are asked for it
		boolean columns = parts.some("report.used") || parts.some("report.ignored");
		return jobs.stream()
			.map((job) -> columns ? job.shown() : job)
			.map((job) -> parts.of(this.json.<ObjectNode>valueToTree(job)))
			.toList();
	}

}
