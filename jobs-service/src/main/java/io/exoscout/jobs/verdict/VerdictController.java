package io.exoscout.jobs.verdict;

import java.util.Optional;

import io.exoscout.caller.Caller;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a person makes of one object, over HTTP. It is changed by conditional requests
 * (RFC 9110, section 13), as aliases are: whoever changes it says what he saw.
 */
@RestController
@RequestMapping(path = VerdictController.OBJECTS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Jobs")
public record VerdictController(OwnVerdicts verdicts) {

	/** Where objects are, whatever job has them. */
	public static final String OBJECTS = "/exo-scout-jobs-api/objects";

	private static final String BY_PATH = "/{name}/verdict";

	/** For names that no path can hold, such as those with a slash. */
	private static final String BY_QUERY = "/verdict";

	/**
	 * The answer to a delete.
	 *
	 * @param object which one
	 * @param status {@code deleted}
	 */
	record DeletedVerdict(String object, @Schema(allowableValues = "deleted") String status) {
	}

	@Operation(operationId = "getVerdict", summary = "Get what a person made of an object")
	@ApiResponse(responseCode = "200", description = "The verdict, the note and the tags",
			headers = @Header(name = "ETag", description = "To be sent as If-Match by whoever changes it",
					schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = OwnVerdict.class)))
	@GetMapping(BY_PATH)
	ResponseEntity<OwnVerdict> get(@ObjectName @PathVariable String name,
			@WhoseObject @RequestParam(required = false) @Nullable String mission) {
		NamedObject object = NamedObject.of(name, mission);
		OwnVerdict found = this.verdicts.find(object).orElseThrow(() -> unknown(object));
		// whoever changes it sends the tag back, which has to stay as it is
		return ResponseEntity.ok().cacheControl(CacheControl.noCache().noTransform()).eTag(tag(found)).body(found);
	}

	@Operation(operationId = "getVerdictByName", summary = "Get what a person made of an object of any name",
			description = "As getVerdict; the name may hold what no path can, such as a slash.")
	@ApiResponse(responseCode = "200", description = "The verdict, the note and the tags",
			headers = @Header(name = "ETag", description = "To be sent as If-Match by whoever changes it",
					schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = OwnVerdict.class)))
	@GetMapping(BY_QUERY)
	ResponseEntity<OwnVerdict> getByName(@ObjectName @RequestParam String name,
			@WhoseObject @RequestParam(required = false) @Nullable String mission) {
		return get(name, mission);
	}

	@Operation(operationId = "putVerdict", summary = "Say what you make of an object",
			description = "Verdict, note and tags take the place of those said before. What nobody said anything of needs no header, or "
					+ "If-None-Match: *. Anything else is changed with its ETag as If-Match (or * for whatever is there); 412 says that "
					+ "somebody else was faster. It stays when jobs are deleted.")
	@ApiResponse(responseCode = "200", description = "It was changed",
			headers = @Header(name = "ETag", description = "The new one", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = OwnVerdict.class)))
	@ApiResponse(responseCode = "201", description = "It is the first",
			headers = @Header(name = "ETag", description = "Its tag", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = OwnVerdict.class)))
	@PutMapping(path = BY_PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<OwnVerdict> put(@ObjectName @PathVariable String name,
			@WhoseObject @RequestParam(required = false) @Nullable String mission, @RequestBody SaidVerdict said,
			@Parameter(description = "the ETag as it was seen") @RequestHeader(name = "If-Match",
					required = false) @Nullable String ifMatch,
			@Parameter(description = "* for the first only") @RequestHeader(name = "If-None-Match",
					required = false) @Nullable String ifNoneMatch) {
		NamedObject object = NamedObject.of(name, mission);
		SaidVerdict.Checked checked = said.checked();
		Optional<OwnVerdict> now = this.verdicts.find(object);
		if (now.isPresent()) {
			return changed(now.get(), checked, ifMatch, ifNoneMatch);
		}
		if (ifMatch != null) {
			throw late("Nothing is said of '%s' any more".formatted(object.object()));
		}
		OwnVerdict made = this.verdicts.create(object, checked)
			.orElseThrow(() -> late("Somebody else has just said something of '%s'".formatted(object.object())));
		return ResponseEntity.status(HttpStatus.CREATED).eTag(tag(made)).body(made);
	}

	@Operation(operationId = "putVerdictByName", summary = "Say what you make of an object of any name",
			description = "As putVerdict; the name may hold what no path can, such as a slash.")
	@ApiResponse(responseCode = "200", description = "It was changed",
			headers = @Header(name = "ETag", description = "The new one", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = OwnVerdict.class)))
	@ApiResponse(responseCode = "201", description = "It is the first",
			headers = @Header(name = "ETag", description = "Its tag", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = OwnVerdict.class)))
	@PutMapping(path = BY_QUERY, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<OwnVerdict> putByName(@ObjectName @RequestParam String name,
			@WhoseObject @RequestParam(required = false) @Nullable String mission, @RequestBody SaidVerdict said,
			@Parameter(description = "the ETag as it was seen") @RequestHeader(name = "If-Match",
					required = false) @Nullable String ifMatch,
			@Parameter(description = "* for the first only") @RequestHeader(name = "If-None-Match",
					required = false) @Nullable String ifNoneMatch) {
		return put(name, mission, said, ifMatch, ifNoneMatch);
	}

	private ResponseEntity<OwnVerdict> changed(OwnVerdict now, SaidVerdict.Checked said, @Nullable String ifMatch,
			@Nullable String ifNoneMatch) {
		if (ifNoneMatch != null) {
			throw late("Something is said of '%s' already".formatted(now.object()));
		}
		requireMayChange(now);
		requireSeen(now, ifMatch);
		OwnVerdict changed = this.verdicts.change(now, said)
			.orElseThrow(() -> late("Somebody else has just changed what is said of '%s'".formatted(now.object())));
		return ResponseEntity.ok().eTag(tag(changed)).body(changed);
	}

	@Operation(operationId = "deleteVerdict", summary = "Forget what a person made of an object",
			description = "With its ETag as If-Match, or * for whatever is there.")
	@DeleteMapping(BY_PATH)
	DeletedVerdict delete(@ObjectName @PathVariable String name,
			@WhoseObject @RequestParam(required = false) @Nullable String mission,
			@Parameter(description = "the ETag as it was seen") @RequestHeader(name = "If-Match",
					required = false) @Nullable String ifMatch) {
		NamedObject object = NamedObject.of(name, mission);
		OwnVerdict now = this.verdicts.find(object).orElseThrow(() -> unknown(object));
		requireMayChange(now);
		requireSeen(now, ifMatch);
		if (!this.verdicts.remove(now)) {
			throw late("Somebody else has just changed what is said of '%s'".formatted(now.object()));
		}
		return new DeletedVerdict(now.object(), "deleted");
	}

	@Operation(operationId = "deleteVerdictByName", summary = "Forget what a person made of an object of any name",
			description = "As deleteVerdict; the name may hold what no path can, such as a slash.")
	@DeleteMapping(BY_QUERY)
	DeletedVerdict deleteByName(@ObjectName @RequestParam String name,
			@WhoseObject @RequestParam(required = false) @Nullable String mission,
			@Parameter(description = "the ETag as it was seen") @RequestHeader(name = "If-Match",
					required = false) @Nullable String ifMatch) {
		return delete(name, mission, ifMatch);
	}

	private static void requireMayChange(OwnVerdict now) {
		Caller.current().requireMayChange(now.owner(), "What is said of '" + now.object() + "'");
	}

	private static void requireSeen(OwnVerdict now, @Nullable String ifMatch) {
		if (ifMatch == null) {
			throw new ProblemException(ErrorCode.VERDICT_NOT_SEEN,
					"Something is said of '%s' already; send its ETag as If-Match, or * for whatever is there"
						.formatted(now.object()));
		}
		boolean seen = ETag.parse(ifMatch)
			.stream()
			.anyMatch((tag) -> tag.isWildcard() || (!tag.weak() && tag.tag().equals(now.revision())));
		if (!seen) {
			throw late("Something else is said of '%s' by now".formatted(now.object()));
		}
	}

	private static String tag(OwnVerdict verdict) {
		return '"' + verdict.revision() + '"';
	}

	private static ProblemException late(String what) {
		return new ProblemException(ErrorCode.VERDICT_CHANGED, what + "; look at it again, then decide");
	}

	private static ProblemException unknown(NamedObject object) {
		return new ProblemException(ErrorCode.VERDICT_NOT_FOUND,
				"Nobody has said anything of '%s' of %s".formatted(object.object(), object.mission().title()));
	}

}
