package io.exoscout.stream;

import java.util.List;

import io.exoscout.stream.snapshot.StreamSnapshot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stops streams, has them go on, and takes them back. */
@Tag(name = "Streams")
@RestController
@RequestMapping(path = StreamPaths.STREAM, produces = MediaType.APPLICATION_JSON_VALUE)
record StreamMoveController(StreamDesk desk) {

	@Operation(operationId = "pauseStream", summary = "Pause a stream",
			description = "It learns no longer; events are taken and kept until it is resumed.")
	@PostMapping("/pause")
	StreamView pause(@Parameter(description = "of the stream") @PathVariable String id) {
		return this.desk.view(this.desk.pause(this.desk.mine(id)));
	}

	@Operation(operationId = "resumeStream", summary = "Resume a stream",
			description = "It goes on where it was, with what was sent meanwhile first.")
	@PostMapping("/resume")
	StreamView resume(@Parameter(description = "of the stream") @PathVariable String id) {
		return this.desk.view(this.desk.resume(this.desk.mine(id)));
	}

	@Operation(operationId = "snapshotStream", summary = "Keep the state of a stream",
			description = "What it has learned so far, to go back to. Of one state there is one snapshot.")
	@ApiResponse(responseCode = "201", description = "Kept")
	@PostMapping("/snapshot")
	@ResponseStatus(HttpStatus.CREATED)
	StreamSnapshot snapshot(@Parameter(description = "of the stream") @PathVariable String id) {
		return this.desk.snapshot(this.desk.mine(id));
	}

	@Operation(operationId = "listStreamSnapshots", summary = "List the snapshots of a stream",
			description = "The newest first.")
	@GetMapping("/snapshots")
	List<StreamSnapshot> snapshots(@Parameter(description = "of the stream") @PathVariable String id) {
		return this.desk.snapshots().all(this.desk.known().streams().get(id).id());
	}

	@Operation(operationId = "deleteStreamSnapshot", summary = "Delete a snapshot of a stream",
			description = "The stream goes on as it does; it can not be taken back there any more.")
	@DeleteMapping("/snapshots/{seq}")
	StreamSnapshot deleteSnapshot(@Parameter(description = "of the stream") @PathVariable String id,
			@Parameter(description = "which snapshot: the number of its last entry") @PathVariable long seq) {
		return this.desk.deleteSnapshot(this.desk.mine(id), seq);
	}

	@Operation(operationId = "endReplay", summary = "End the replay of a file",
			description = "What was given to the stream stays with it.")
	@DeleteMapping("/replay")
	StreamView endReplay(@Parameter(description = "of the stream") @PathVariable String id) {
		return this.desk.view(this.desk.endReplay(this.desk.mine(id)));
	}

	@Operation(operationId = "rollBackStream", summary = "Take a stream back to a snapshot",
			description = "Model, metrics and log are as they were then. What was sent since is removed, and may be sent "
					+ "again; snapshots of later are gone.")
	@PostMapping("/rollback")
	StreamView rollBack(@Parameter(description = "of the stream") @PathVariable String id,
			@Parameter(description = "which snapshot: the number of its last entry") @RequestParam long seq) {
		return this.desk.view(this.desk.rollBack(this.desk.mine(id), seq));
	}

}
