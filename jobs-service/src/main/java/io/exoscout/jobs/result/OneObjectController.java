package io.exoscout.jobs.result;

import java.io.IOException;

import io.exoscout.dataset.Datasets;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.model.ModelStore;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One object of a job over HTTP. */
@RestController
@RequestMapping(path = JobAnswer.JOBS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs")
public final class OneObjectController {

	private final JobActions actions;

	private final OneObjects objects;

	public OneObjectController(JobActions actions, CandidateLists lists, Datasets datasets, ModelStore models,
			OwnVerdicts verdicts) {
		this.actions = actions;
		this.objects = new OneObjects(lists, datasets, new Waterfalls(models), verdicts);
	}

	@Operation(operationId = "getCandidate",
			summary = "Get all there is to say of one object of a completed job's table",
			description = "What its list has, decided or not; the probability by the model of each fold; its columns with units; the whole "
					+ "explanation, in probability and in log-odds; the other objects on its star; what a person made of it (`own`). Names are found however they are "
					+ "punctuated.")
	@GetMapping("/{id}/candidates/{object}")
	OneObject get(@Parameter(description = "of the job") @PathVariable String id,
			@Parameter(description = "the name of the object", example = "K00752.01") @PathVariable String object)
			throws IOException {
		return this.objects.find(this.actions.get(id), object);
	}

	@Operation(operationId = "getObjectByName",
			summary = "Get all there is to say of one object of any name of a completed job's table",
			description = "As getCandidate; the name may hold what no path can, such as a slash.")
	@GetMapping("/{id}/object")
	OneObject getByName(@Parameter(description = "of the job") @PathVariable String id,
			@Parameter(description = "the name of the object, however it is punctuated",
					example = "K00752.01") @RequestParam String name)
			throws IOException {
		return get(id, name);
	}

}
