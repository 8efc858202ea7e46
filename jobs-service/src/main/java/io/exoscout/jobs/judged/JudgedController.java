package io.exoscout.jobs.judged;

import java.io.IOException;

import io.exoscout.dataset.Datasets;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.jobs.result.CandidateLists;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.web.Parameters;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a job's ranking fares by a newer table, over HTTP. */
@RestController
@RequestMapping(path = JobAnswer.JOBS + "/{id}/judged", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs")
public final class JudgedController {

	private static final int MAX_LIMIT = 10_000;

	private final JobActions actions;

	private final CandidateLists lists;

	private final Judge judge;

	public JudgedController(JobActions actions, CandidateLists lists, Datasets datasets, ModelStore models) {
		this.actions = actions;
		this.lists = lists;
		this.judge = new Judge(new NewerJobs(actions.jobs()), datasets, models, new KeptJudgements());
	}

	@Operation(operationId = "judgeRanking", summary = "See how a completed job's ranking fares by a newer table",
			description = "By the newest table of the mission that was uploaded after the job's (and made after it, where the archive says when it made both), "
					+ "trained on or not: what was decided since and "
					+ "how it had been ranked, hits among the first of the ranking, the area under the ROC curve with an interval of 95 % "
					+ "(DeLong, on the scale of log-odds, objects of one star counted apart) if there are ten of either kind, verdicts that "
					+ "were overturned, and what moved between this model and the newest one of the newer table. Without a newer table "
					+ "`judged_by` is missing. What the archive decided first is no random choice; neither are these figures those of all candidates.")
	@GetMapping
	JudgedRanking get(@Parameter(description = "of the job") @PathVariable String id,
			@Parameter(
					description = "the job whose table is to judge; left out, the one with the newest") @RequestParam(
							required = false) @Nullable String by,
			@Parameter(description = "how many objects of each kind to name, 1 to 10,000",
					schema = @Schema(type = "integer", minimum = "1", maximum = "10000",
							defaultValue = "100")) @RequestParam(defaultValue = "100") int limit)
			throws IOException {
		Parameters.limit(limit, MAX_LIMIT);
		ModelCard card = this.lists.listed(id);
		return this.judge.judged(this.actions.get(id), card, by, limit);
	}

}
