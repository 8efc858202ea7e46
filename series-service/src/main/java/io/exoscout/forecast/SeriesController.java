package io.exoscout.forecast;

import java.util.List;

import io.exoscout.forecast.model.SeriesModelCard;
import io.exoscout.forecast.model.SeriesModels;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Models of series, and what they forecast, under the addresses of the old backend. */
@Tag(name = "Series")
@RestController
@RequestMapping(path = SeriesController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record SeriesController(SeriesTrainer trainer, SeriesForecasts forecasts, SeriesModels models) {

	static final String PATH = "/exo-scout-series";

	@Operation(operationId = "trainSeries", summary = "Model the series of a collection",
			description = """
					Values are put on a regular grid whose step is the median of the differences between times; windows never \
					cross a gap. Persistence, the value a season ago, ridge autoregression and ridge on differences forecast \
					five blocks of the first 70 % each from all before it; the best of these is `chosen`, and forecasts the last \
					30 %, which the figures are of. Series that can not be modelled are in `refused`; if none can, the answer is \
					422 and names how many values are needed. The same points and options make the same model.""")
	@PostMapping(path = "/train", consumes = MediaType.APPLICATION_JSON_VALUE)
	ModelReport train(@RequestBody TrainRequest request) {
		return this.trainer.train(request);
	}

	@Operation(operationId = "forecastSeries", summary = "Forecast what comes after some values", description = """
			Points are sorted, put on the grid of the model, and those up to the last one with none missing count; \
			`needed_values` of the model says how many that takes. The interval is to hold what comes in nine of ten \
			cases; how often it did is the model's `coverage`.""")
	@PostMapping(path = "/predict", consumes = MediaType.APPLICATION_JSON_VALUE)
	ForecastAnswer predict(@RequestBody ForecastRequest request) {
		return this.forecasts.forecast(request);
	}

	@Operation(operationId = "getSeriesModel", summary = "Get what a model of series is, and how good")
	@GetMapping("/model/info")
	ModelReport info(@Parameter(description = "which model; the newest if none is named") @RequestParam(
			name = "model_id", required = false) @Nullable String modelId) {
		SeriesModelCard card = this.models.get(modelId);
		return ModelReport.of(card, this.models.load(card));
	}

	@Operation(operationId = "listSeriesModels", summary = "List the models of series, newest first")
	@GetMapping("/models")
	List<SeriesModelCard> list() {
		return this.models.list();
	}

	@Operation(operationId = "deleteSeriesModel", summary = "Delete a model of series")
	@ApiResponse(responseCode = "200", description = "Deleted",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = DeletedModel.class)))
	@DeleteMapping("/models/{id}")
	DeletedModel delete(@Parameter(description = "of the model") @PathVariable String id) {
		this.models.delete(id);
		return new DeletedModel("deleted", id);
	}

	/**
	 * The answer to a delete.
	 *
	 * @param status {@code deleted}
	 * @param modelId which one
	 */
	record DeletedModel(String status, String modelId) {
	}

}
