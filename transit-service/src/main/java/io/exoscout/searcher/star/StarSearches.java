package io.exoscout.searcher.star;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.Mission;
import io.exoscout.job.Job;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.lightcurve.file.CurveReport;
import io.exoscout.result.FoundSignals;
import io.exoscout.result.FoundSignals.FoundSignal;
import org.jspecify.annotations.Nullable;

/**
 * The completed searches of a star's light curves.
 *
 * @param star what was looked for, as files call it
 * @param searches first those with a signal of the period that was asked for, then the
 * newest
 */
record StarSearches(List<String> star, List<StarSearch> searches) {

	/**
	 * A search.
	 *
	 * @param jobId its id
	 * @param createdAt when it was asked for
	 * @param target the star by the name in its files
	 * @param dataSource whose light curve it is, if that is known
	 * @param points how many were understood
	 * @param candidates how many of its signals may be planets
	 * @param signals all of them, strongest first
	 * @param match the one with the object's period, if there is one
	 * @param links where what was found is, and where it is drawn: by name
	 * {@code result}, and with a match {@code folded}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record StarSearch(String jobId, Instant createdAt, String target, @Nullable String dataSource, int points,
			int candidates, List<FoundSignal> signals, @Nullable PeriodMatch match, Map<String, String> links) {
	}

	/**
	 * Finds them.
	 * @param jobs where they are
	 * @param star a name
	 * @param mission whose, if that is known
	 * @param period of an object of the star, in days, if one is meant
	 * @param limit how many at most, the newest
	 * @param address below which their results are
	 */
	static StarSearches find(Jobs jobs, String star, @Nullable Mission mission, @Nullable Double period, int limit,
			String address) {
		List<String> names = TargetNames.of(star, mission);
		List<StarSearch> found = new ArrayList<>();
		for (String name : names) {
			JobQuery query = new JobQuery(JobType.TRANSIT_SEARCH, JobState.COMPLETED, null, null, name, null, limit,
					null);
			jobs.list(query).forEach((job) -> of(job, name, period, address).ifPresent(found::add));
		}
		Comparator<StarSearch> exact = Comparator.comparing(StarSearches::distance);
		return new StarSearches(names,
				found.stream()
					.sorted(exact.thenComparing(StarSearch::createdAt, Comparator.reverseOrder()))
					.limit(limit)
					.toList());
	}

	/** 0 for the period itself, 1 for a harmonic of it, 2 for neither. */
	private static int distance(StarSearch search) {
		PeriodMatch match = search.match();
		return (match == null) ? 2 : (match.ratio() == 1) ? 0 : 1;
	}

	/** A label may be that of a file, too, which says nothing of a star. */
	private static Optional<StarSearch> of(Job job, String name, @Nullable Double period, String address) {
		CurveReport curve = job.request().curve();
		if (curve == null || !name.equals(curve.target()) || job.outcome().results() == null) {
			return Optional.empty();
		}
		FoundSignals found = FoundSignals.of(Objects.requireNonNull(job.outcome().results()));
		PeriodMatch match = (period != null) ? PeriodMatch.of(found.signals(), period).orElse(null) : null;
		String result = address + "/jobs/" + job.jobId();
		Map<String, String> links = (match != null)
				? Map.of("result", result + "/result", "folded", result + "/plots/folded.svg?signal=" + match.signal())
				: Map.of("result", result + "/result");
		return Optional.of(new StarSearch(job.jobId(), job.createdAt(), name, job.params().dataSource(), curve.points(),
				found.candidates(), found.signals(), match, links));
	}

}
