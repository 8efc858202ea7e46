package io.exoscout.jobs.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.job.Job;
import io.exoscout.job.JobState;
import io.exoscout.telemetry.EventType;
import io.exoscout.telemetry.FinishedFold;
import io.exoscout.telemetry.FitRound;
import io.exoscout.telemetry.JobEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands, with all that its last attempt has told so far.
 *
 * @param type always {@code snapshot}
 * @param jobId the job
 * @param id the place in its stream from which it goes on
 * @param at when this was put together
 * @param job the job in short
 * @param moves each state it went to, oldest first
 * @param rounds the rounds of each fold that were looked at, and of each member of an
 * ensemble
 * @param folds the folds that are done
 */
record JobSnapshot(@Schema(allowableValues = "snapshot") EventType type, String jobId, long id, Instant at, JobLine job,
		List<JobEvent> moves, List<FitCurve> rounds, List<FinishedFold> folds) {

	/**
	 * A snapshot.
	 * @param job the job
	 * @param events all that is known to have happened, in order
	 */
	static JobSnapshot of(Job job, List<JobEvent> events) {
		Map<Fitted, FitCurve> rounds = new LinkedHashMap<>();
		List<FinishedFold> folds = new ArrayList<>();
		events.stream().filter((event) -> belongs(event, job)).forEach((event) -> {
			FitRound round = event.round();
			if (round != null) {
				rounds.computeIfAbsent(new Fitted(round.fold(), round.member()), (fit) -> FitCurve.of(round))
					.add(round);
			}
			if (event.fold() != null) {
				folds.add(event.fold());
			}
		});
		long id = events.isEmpty() ? JobTimeline.newestMove(job) : events.get(events.size() - 1).id();
		return new JobSnapshot(EventType.SNAPSHOT, job.jobId(), id, Instant.now(), JobLine.of(job),
				JobTimeline.moves(job),
				rounds.values().stream().sorted(Comparator.comparingInt(FitCurve::fold)).toList(), folds);
	}

	/**
	 * Whose rounds make one curve.
	 *
	 * @param fold which
	 * @param member which learner of an ensemble
	 */
	private record Fitted(int fold, @Nullable String member) {
	}

	/** What an attempt told that came to nothing is of no interest. */
	private static boolean belongs(JobEvent event, Job job) {
		return job.status() != JobState.QUEUED && Objects.equals(event.attempt(), job.course().attempts());
	}

}
