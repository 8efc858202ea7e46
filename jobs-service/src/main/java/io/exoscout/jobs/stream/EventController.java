package io.exoscout.jobs.stream;

import java.io.IOException;

import io.exoscout.job.Job;
import io.exoscout.jobs.listing.JobActions;
import io.exoscout.jobs.live.LiveFeeds;
import io.exoscout.jobs.live.LiveMessages;
import io.exoscout.jobs.live.LiveSettings;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs while they are worked on, as server-sent events. */
@RestController
@RequestMapping(path = JobAnswer.JOBS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
@Tag(name = "Live", description = "Follow jobs while they are worked on")
public final class EventController {

	private static final String HEARD = "Last-Event-ID";

	private final JobActions actions;

	private final LiveFeeds feeds;

	private final LiveClients clients;

	private final LiveSettings settings;

	public EventController(JobActions actions, LiveFeeds feeds, LiveClients clients, LiveSettings settings) {
		this.actions = actions;
		this.feeds = feeds;
		this.clients = clients;
		this.settings = settings;
	}

	@Operation(operationId = "followJob", summary = "Follow a job",
			description = "Server-sent events: a `snapshot`, then `state`, `progress`, `round`, `fold_finished` and in the end "
					+ "`completed`, `error` or a `state` that is final, after which the answer ends; `deleted` if the job is. "
					+ "Ids rise over all attempts. Whoever comes back with `Last-Event-ID` gets what he has missed, from any "
					+ "replica, or a new snapshot where that is not kept any longer; 204 if there is nothing more to come. "
					+ "A comment comes every 15 s.")
	@ApiResponse(responseCode = "200", description = "The data of each event is one of these objects",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(ref = LiveMessages.OF_A_JOB)))
	@ApiResponse(responseCode = "204", description = "The job has ended, and all of it was heard", content = @Content)
	@GetMapping("/{id}/events")
	void follow(@Parameter(description = "of the job") @PathVariable String id,
			@Parameter(description = "the id of the last event that was heard",
					schema = @Schema(type = "integer", format = "int64")) @RequestHeader(name = HEARD,
							required = false) @Nullable String heard,
			@Parameter(hidden = true) HttpServletRequest request,
			@Parameter(hidden = true) HttpServletResponse response) throws IOException {
		Long last = place(heard);
		Job job = this.actions.get(id);
		if (last != null && LiveFeeds.isOver(job, last)) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			return;
		}
		EventStream stream = this.clients.open(request, response, this.settings.waiting(),
				(left) -> this.feeds.leave(id, left));
		this.feeds.listen(id, stream, last);
	}

	@Operation(operationId = "followJobs", summary = "Follow all jobs, workers and queues",
			description = "Server-sent events: a `snapshot` with the newest jobs and all that wait or run, then `state`, "
					+ "`progress`, `fold_finished`, `completed`, `error` and `deleted` of any job, and `workers`. Whoever comes "
					+ "back with `Last-Event-ID` within the hour gets the moves from state to state that he may have missed; some may "
					+ "come twice. A comment comes every 15 s.")
	@ApiResponse(responseCode = "200", description = "The data of each event is one of these objects",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(ref = LiveMessages.OF_ALL_JOBS)))
	@GetMapping("/events")
	void followAll(
			@Parameter(description = "the id of the last event that was heard",
					schema = @Schema(type = "integer", format = "int64")) @RequestHeader(name = HEARD,
							required = false) @Nullable String heard,
			@Parameter(hidden = true) HttpServletRequest request,
			@Parameter(hidden = true) HttpServletResponse response) throws IOException {
		Long last = place(heard);
		EventStream stream = this.clients.open(request, response, this.settings.waiting(), this.feeds::leaveAll);
		this.feeds.listenToAll(stream, last);
	}

	private static @Nullable Long place(@Nullable String heard) {
		if (heard == null || heard.isBlank()) {
			return null;
		}
		try {
			return Long.valueOf(heard.strip());
		}
		catch (NumberFormatException ex) {
			throw ProblemException.invalidParameter(HEARD, "%s is '%s'; accepted is the id of an event, a whole number"
				.formatted(HEARD, Quoted.shortened(heard)));
		}
	}

}
