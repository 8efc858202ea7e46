package io.exoscout.predictor.shelf;

import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.model.Algorithm;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.predictor.card.CardPage;
import io.exoscout.predictor.card.ComparisonPage;
import io.exoscout.predictor.card.ModelComparison;
import io.exoscout.web.NextPage;
import io.exoscout.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Model cards and model files over HTTP. */
@RestController
@RequestMapping("/exo-scout-predictor/models")
@Tag(name = "Predictor")
public record ModelController(ModelShelf shelf, ModelStore models) {

	private static final String ID = "of the model, which is that of its job; or an alias of it, or its label, of several the newest";

	@Operation(operationId = "listModels", summary = "List model cards",
			description = "A bare array, newest first unless ordered otherwise; the next page is in the Link header. "
					+ "Models that lack a figure come last when ordered by it.")
	@ApiResponse(responseCode = "200", description = "A page",
			headers = @Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			content = @Content(array = @ArraySchema(schema = @Schema(implementation = ListedModel.class))))
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<List<ListedModel>> list(@Parameter(description = "whose tables they score",
			schema = @Schema(implementation = Mission.class)) @RequestParam(required = false) @Nullable String mission,
			@Parameter(description = "what they were trained by",
					schema = @Schema(implementation = Algorithm.class)) @RequestParam(
							required = false) @Nullable String algorithm,
			@Parameter(description = "what they tell apart",
					schema = @Schema(implementation = Target.class)) @RequestParam(
							required = false) @Nullable String target,
			@Parameter(description = "their label") @RequestParam(name = "model_name",
					required = false) @Nullable String modelName,
			@Parameter(description = "true for those that came as files, false for those trained here") @RequestParam(
					required = false) @Nullable Boolean imported,
			@Parameter(
					description = "by what: created_at, model_name or a figure (roc_auc, average_precision, f1_score, accuracy, log_loss, brier, calibration_error); with - before it the other way round, largest or newest first",
					example = "-roc_auc",
					schema = @Schema(type = "string", defaultValue = "-created_at")) @RequestParam(
							defaultValue = "-created_at") String order,
			@Parameter(description = "how many at most, 1 to 200",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200",
							defaultValue = "50")) @RequestParam(defaultValue = "50") int limit,
			@Parameter(description = "from the Link header of a page") @RequestParam(
					required = false) @Nullable String cursor) {
		ModelFilter filter = ModelFilter.of(mission, algorithm, target, modelName, imported);
		ModelPages.Page page = new ModelPages(this.shelf, this.models).page(filter, ModelOrder.of(order),
				Parameters.limit(limit), cursor);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (page.next() != null) {
			answer.header(HttpHeaders.LINK, NextPage.link(page.next()));
		}
		return answer.body(page.models());
	}

	@Operation(operationId = "getModel", summary = "Get a model card",
			description = "Besides the card, what the model is for and what not, what was kept from it, how good it is, "
					+ "where it ends, what each feature is, how it is computed and what speaks against it; the "
					+ "training table, and how to cite it all. As a page to read for browsers, or with format=html.")
	@ApiResponse(responseCode = "200", description = "The card",
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = ModelDetails.class)),
					@Content(mediaType = "text/html", schema = @Schema(type = "string")) })
	@GetMapping(path = "/{id}")
	ResponseEntity<Object> card(@Parameter(description = ID) @PathVariable String id,
			@PageParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept) {
		PageFormat wanted = PageFormat.of(format, accept);
		ModelCard card = this.shelf.cards().named(id);
		List<String> aliases = this.models.aliases().of(card.modelId());
		return wanted.answer(() -> ModelDetails.of(card, aliases, this.shelf.dataset(card)),
				() -> CardPage.of(card, aliases));
	}

	@Operation(operationId = "compareModels", summary = "Compare models",
			description = "Figures with their intervals, settings and features side by side, and whether the figures may "
					+ "be compared at all. As a page to read for browsers, or with format=html.")
	@ApiResponse(responseCode = "200", description = "The comparison",
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = ModelComparison.class)),
					@Content(mediaType = "text/html", schema = @Schema(type = "string")) })
	@GetMapping(path = "/compare")
	ResponseEntity<Object> compare(
			@Parameter(description = "2 to 10 models by id, alias or label, separated by commas",
					required = true) @RequestParam(required = false) @Nullable String ids,
			@PageParameter @RequestParam(required = false) @Nullable String format,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept) {
		PageFormat wanted = PageFormat.of(format, accept);
		ModelComparison comparison = ModelComparison.of(this.shelf.cards().compared(ids));
		return wanted.answer(() -> comparison, () -> ComparisonPage.of(comparison));
	}

	@Operation(operationId = "downloadModel", summary = "Download a model file",
			description = "Answers 304 to If-None-Match, since a model never changes.")
	@ApiResponse(responseCode = "200", description = "The file",
			headers = { @Header(name = "ETag", description = "Its digest", schema = @Schema(type = "string")),
					@Header(name = "Content-Disposition", description = "Its name",
							schema = @Schema(type = "string")) },
			content = @Content(mediaType = "application/octet-stream",
					schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@GetMapping("/{id}/download")
	ResponseEntity<InputStreamResource> download(@Parameter(description = ID) @PathVariable String id, @Parameter(
			description = "exoscout for the file that every model has; tribuo for that of a model trained with "
					+ "the engine tribuo, which Tribuo's Model.deserializeFromFile reads and whose probabilities are not "
					+ "calibrated",
			schema = @Schema(type = "string", allowableValues = { "exoscout", "tribuo" },
					defaultValue = "exoscout")) @RequestParam(defaultValue = "exoscout") String format) {
		ModelForm form = ModelForm.of(format);
		return form.answer(this.shelf.cards().named(id), this.models);
	}

}
