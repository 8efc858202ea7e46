package io.exoscout.jobs.judged;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.job.Job;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobQuery.JobPlace;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table that a ranking is judged by, and the model it is compared with.
 *
 * @param jobs all jobs
 */
record NewerJobs(Jobs jobs) {

	private static final int PAGE = 20;

	/** The archive's newest table first, then what came last. */
	private static final Comparator<Job> BY_TABLE = Comparator.comparing((job) -> job.dataset().downloaded(),
			Comparator.nullsFirst(Comparator.naturalOrder()));

	/**
	 * What judges a ranking: the job with the newest table of the mission that came after
	 * another one, and was made after that by the archive, or of which neither says when;
	 * and the newest completed training on that table for the same target, by the same
	 * algorithm if there is one.
	 * @param older the job that is judged
	 * @param by the id of the job whose table is to be taken, and whose model, if it is
	 * completed; {@code null} for the newest
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) for a job
	 * that can not judge it
	 */
	Optional<Judging> judging(Job older, @Nullable String by) {
		Optional<Job> named = Optional.ofNullable(by).map((id) -> named(older, id));
		if (named.isPresent() && named.get().status() == JobState.COMPLETED) {
			return Optional.of(new Judging(named.get(), by));
		}
		Job newest = named.orElse(null);
		Map<String, Compared> compared = new HashMap<>();
		for (Job job : (Iterable<Job>) since(older)::iterator) {
			if (newest == null || (by == null && BY_TABLE.compare(job, newest) > 0)) {
				newest = judgesByItself(job, older) ? job : newest;
			}
			if (job.status() == JobState.COMPLETED && Objects.equals(job.params().target(), older.params().target())) {
				boolean same = Objects.equals(job.params().algorithm(), older.params().algorithm());
				// those that come later in the list are older
				compared.merge(job.dataset().sha256(), new Compared(job.jobId(), same),
						(newer, next) -> (next.sameAlgorithm() && !newer.sameAlgorithm()) ? next : newer);
			}
		}
		return Optional.ofNullable(newest).map((job) -> {
			Compared model = compared.get(job.dataset().sha256());
			return new Judging(job, (model != null) ? model.jobId() : null);
		});
	}

	private Job named(Job older, String by) {
		return this.jobs.find(by)
			.filter((job) -> job.type() == JobType.TRAINING && job.params().mission() == older.params().mission()
					&& mayJudge(job, older))
			.orElseThrow(() -> ProblemException.invalidParameter("by",
					"'%s' is no training on another table of %s that was not made before this one"
						.formatted(Quoted.shortened(by), older.params().mission().title())));
	}

	/**
	 * Trainings of the mission that came later, newest first, read as they are asked for.
	 */
	private Stream<Job> since(Job older) {
		String mission = older.params().mission().id();
		return Stream.iterate(page(mission, null), (page) -> !page.isEmpty(), (page) -> {
			Job last = page.get(page.size() - 1);
			return page(mission, new JobPlace(last.createdAt(), last.jobId()));
		}).flatMap(List::stream).takeWhile((job) -> job.createdAt().isAfter(older.createdAt()));
	}

	private List<Job> page(String mission, @Nullable JobPlace after) {
		return this.jobs.list(new JobQuery(JobType.TRAINING, null, mission, null, null, null, PAGE, after));
	}

	private static boolean mayJudge(Job job, Job older) {
		String made = job.dataset().downloaded();
		String before = older.dataset().downloaded();
		return !sameTable(job, older) && (made == null || before == null || made.compareTo(before) > 0);
	}

	/** A table that does not say when it was made may be older than one that does. */
	private static boolean judgesByItself(Job job, Job older) {
		return mayJudge(job, older) && (job.dataset().downloaded() != null || older.dataset().downloaded() == null);
	}

	private static boolean sameTable(Job one, Job other) {
		return one.dataset().sha256().equals(other.dataset().sha256());
	}

	/**
	 * What judges a ranking.
	 *
	 * @param table the job with the newer table
	 * @param compared the id of the job whose model it is compared with; {@code null} if
	 * there is none yet
	 */
	record Judging(Job table, @Nullable String compared) {
	}

	/**
	 * A job whose model can be compared; jobs themselves are long.
	 *
	 * @param jobId the job
	 * @param sameAlgorithm whether the older one was trained by the same
	 */
	private record Compared(String jobId, boolean sameAlgorithm) {
	}

}
