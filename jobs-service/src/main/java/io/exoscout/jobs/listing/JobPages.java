package io.exoscout.jobs.listing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.job.Job;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobQuery.JobPlace;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.model.Algorithm;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Pages through the jobs. The cursor is the place of the last job shown, so that jobs
 * that come in meanwhile neither shift nor repeat a page.
 *
 * @param jobs finds what matches, newest first
 */
public record JobPages(Function<JobQuery, List<Job>> jobs) {

	private static final Pattern PLACE = Pattern.compile("(\\d{1,15}) ([0-9a-f]{64})");

	JobQuery query(@Nullable String type, @Nullable String status, @Nullable String mission, @Nullable String algorithm,
			@Nullable String modelName, @Nullable String owner, int limit, @Nullable String cursor) {
		int checkedLimit = Parameters.limit(limit);
		List<String> missions = Stream.of(Mission.values()).map(Mission::id).toList();
		return new JobQuery((type != null) ? choice("type", type, JobType::of, JobType.ids()) : null,
				(status != null) ? choice("status", status, JobState::of, JobState.ids()) : null,
				(mission != null) ? choice("mission", mission, Mission::of, missions).id() : null,
				(algorithm != null) ? choice("algorithm", algorithm, Algorithm::of, Algorithm.ids()).id() : null,
				modelName, owner, checkedLimit, (cursor != null) ? place(cursor) : null);
	}

	Page page(JobQuery query) {
		// one more than asked for tells whether there is a next page
		List<Job> found = this.jobs.apply(new JobQuery(query.type(), query.status(), query.mission(), query.algorithm(),
				query.modelName(), query.owner(), query.limit() + 1, query.after()));
		if (found.size() <= query.limit()) {
			return new Page(found, null);
		}
		List<Job> shown = found.subList(0, query.limit());
		return new Page(shown, cursor(shown.get(shown.size() - 1)));
	}

	private static String cursor(Job last) {
		String place = last.createdAt().toEpochMilli() + " " + last.jobId();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
	}

	private static JobPlace place(String cursor) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
			Matcher matcher = PLACE.matcher(text);
			if (matcher.matches()) {
				return new JobPlace(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
			}
		}
		catch (IllegalArgumentException ex) {
			throw badCursor(cursor).causedBy(ex);
		}
		throw badCursor(cursor);
	}

	private static ProblemException badCursor(String cursor) {
		return ProblemException.invalidParameter("cursor",
				"'%s' is no cursor; take it from the Link header of a page".formatted(Quoted.shortened(cursor)));
	}

	private static <T> T choice(String name, String value, Function<String, Optional<T>> reader,
			List<String> accepted) {
		return reader.apply(value)
			.orElseThrow(() -> ProblemException.invalidParameter(name, "'%s' is no %s; accepted are %s"
				.formatted(Quoted.shortened(value), name, String.join(", ", accepted))));
	}

	/**
	 * One page.
	 *
	 * @param jobs what to show
	 * @param next cursor of the next page, if there is one
	 */
	record Page(List<Job> jobs, @Nullable String next) {
	}

}
