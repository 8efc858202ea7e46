package io.exoscout.predictor.shelf;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.exoscout.alias.AliasName;
import io.exoscout.alias.ModelAlias;
import io.exoscout.alias.ModelAliases;
import io.exoscout.caller.Caller;
import io.exoscout.model.ModelCard;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Aliases over HTTP. One is moved by conditional requests (RFC 9110, section 13): whoever
 * moves it says where he saw it, so that of two who move it at once one is told.
 */
@RestController
@RequestMapping(path = AliasController.ALIASES, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictor")
public record AliasController(ModelShelf shelf, ModelAliases aliases) {

	static final String ALIASES = "/exo-scout-predictor/models/aliases";

	/**
	 * Where an alias is to point.
	 *
	 * @param model a model by its id, an alias or its label, of which the newest is
	 * meant; the alias stays with that model until it is moved
	 */
	record AliasTarget(@Nullable String model) {
	}

	/**
	 * The answer to a delete.
	 *
	 * @param alias which one
	 * @param status {@code deleted}
	 */
	record DeletedAlias(String alias, @Schema(allowableValues = "deleted") String status) {
	}

	@Operation(operationId = "listAliases", summary = "List the aliases of models, by name")
	@GetMapping
	List<ModelAlias> list() {
		return this.aliases.all();
	}

	@Operation(operationId = "getAlias", summary = "Get an alias")
	@ApiResponse(responseCode = "200", description = "Where it points",
			headers = @Header(name = "ETag", description = "To be sent as If-Match by whoever moves it",
					schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = ModelAlias.class)))
	@GetMapping("/{alias}")
	ResponseEntity<ModelAlias> get(@Parameter(description = "its name") @PathVariable String alias) {
		ModelAlias found = find(alias).orElseThrow(() -> unknown(alias));
		// whoever moves it sends the tag back, which has to stay as it is
		return ResponseEntity.ok().cacheControl(CacheControl.noCache().noTransform()).eTag(tag(found)).body(found);
	}

	@Operation(operationId = "putAlias", summary = "Make or move an alias",
			description = "A new one needs no header, or If-None-Match: *. One that is there is moved with its ETag as "
					+ "If-Match (or * for wherever it is); 412 says that somebody else was faster. Predictions use the new "
					+ "model within a second, and each answer one model only.")
	@ApiResponse(responseCode = "200", description = "It was moved",
			headers = @Header(name = "ETag", description = "The new one", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = ModelAlias.class)))
	@ApiResponse(responseCode = "201", description = "It was made",
			headers = { @Header(name = "ETag", description = "Its tag", schema = @Schema(type = "string")),
					@Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")) },
			content = @Content(schema = @Schema(implementation = ModelAlias.class)))
	@PutMapping(path = "/{alias}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<ModelAlias> put(
			@Parameter(description = "its name: 1 to 100 letters, digits, '.', '_' or '-'") @PathVariable String alias,
			@RequestBody AliasTarget target,
			@Parameter(description = "the ETag of the alias as it was seen") @RequestHeader(name = "If-Match",
					required = false) @Nullable String ifMatch,
			@Parameter(description = "* for a new one only") @RequestHeader(name = "If-None-Match",
					required = false) @Nullable String ifNoneMatch) {
		AliasName.check(alias);
		ModelCard model = model(target);
		// while an alias points at it, its owner can not delete it
		Caller.current().requireMayChange(model.owner(), "Model '" + model.modelId() + "'");
		String modelId = model.modelId();
		Optional<ModelAlias> now = this.aliases.find(alias);
		if (now.isPresent()) {
			return moved(now.get(), modelId, ifMatch, ifNoneMatch);
		}
		if (ifMatch != null) {
			throw late("There is no alias '%s' any more".formatted(alias));
		}
		ModelAlias made = this.aliases.create(alias, modelId, this::exists)
			.orElseThrow(() -> late("Somebody else has just made the alias '%s'".formatted(alias)));
		return ResponseEntity.created(URI.create(ALIASES + "/" + alias)).eTag(tag(made)).body(made);
	}

	private ResponseEntity<ModelAlias> moved(ModelAlias now, String modelId, @Nullable String ifMatch,
			@Nullable String ifNoneMatch) {
		if (ifNoneMatch != null) {
			throw late("There is an alias '%s' already".formatted(now.alias()));
		}
		requireMayChange(now);
		requireSeen(now, ifMatch);
		ModelAlias moved = this.aliases.move(now, modelId, this::exists)
			.orElseThrow(() -> late("Somebody else has just moved the alias '%s'".formatted(now.alias())));
		return ResponseEntity.ok().eTag(tag(moved)).body(moved);
	}

	@Operation(operationId = "deleteAlias", summary = "Delete an alias; its model stays",
			description = "With its ETag as If-Match, or * for wherever it points.")
	@DeleteMapping("/{alias}")
	DeletedAlias delete(@Parameter(description = "its name") @PathVariable String alias,
			@Parameter(description = "the ETag of the alias as it was seen") @RequestHeader(name = "If-Match",
					required = false) @Nullable String ifMatch) {
		ModelAlias now = find(alias).orElseThrow(() -> unknown(alias));
		requireMayChange(now);
		requireSeen(now, ifMatch);
		if (!this.aliases.remove(now)) {
			throw late("Somebody else has just moved or deleted the alias '%s'".formatted(alias));
		}
		return new DeletedAlias(alias, "deleted");
	}

	private static void requireMayChange(ModelAlias alias) {
		Caller.current().requireMayChange(alias.owner(), "The alias '" + alias.alias() + "'");
	}

	private Optional<ModelAlias> find(String alias) {
		return this.aliases.find(alias);
	}

	private ModelCard model(AliasTarget target) {
		String model = target.model();
		if (model == null || model.isBlank()) {
			String detail = "Name the model to point at in 'model'";
			throw new ProblemException(ErrorCode.MODEL_NOT_NAMED, detail, InputError.field("model", detail));
		}
		// as predictions find it, so that an alias never points at what can not be asked
		return this.shelf.find(new ModelRequest(null, model)).card();
	}

	private boolean exists(String modelId) {
		return this.shelf.cards().peek(modelId).isPresent();
	}

	private static void requireSeen(ModelAlias now, @Nullable String ifMatch) {
		if (ifMatch == null) {
			throw new ProblemException(ErrorCode.ALIAS_NOT_SEEN,
					"The alias '%s' is there already; send its ETag as If-Match, or * for wherever it points"
						.formatted(now.alias()));
		}
		boolean seen = ETag.parse(ifMatch)
			.stream()
			.anyMatch((tag) -> tag.isWildcard() || (!tag.weak() && tag.tag().equals(now.revision())));
		if (!seen) {
			throw late("The alias '%s' points at model '%s' by now".formatted(now.alias(), now.modelId()));
		}
	}

	private static String tag(ModelAlias alias) {
		return '"' + alias.revision() + '"';
	}

	private static ProblemException late(String what) {
		return new ProblemException(ErrorCode.ALIAS_MOVED, what + "; look at it again, then decide");
	}

	private static ProblemException unknown(String alias) {
		return new ProblemException(ErrorCode.ALIAS_NOT_FOUND,
				"There is no alias '%s'".formatted(Quoted.shortened(alias)));
	}

}
