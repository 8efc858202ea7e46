package io.exoscout.catalog;

import java.net.URI;
import java.util.Map;

import io.exoscout.caller.Caller;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Saves, shows and removes planets, under the addresses of the old backend. */
@Tag(name = "Catalog")
@RestController
record CatalogController(Planets planets, CatalogLimits room) {

	@Operation(operationId = "savePlanet", summary = "Save a planet",
			description = "An object with `nombre` (1-200 characters), `tipo`, `distancia_ly` (light years, 0 or more)"
					+ " and any further fields that are texts, numbers, true, false or null.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(examples = @ExampleObject("""
							{"nombre": "Kepler-442 b", "tipo": "super-Tierra", "distancia_ly": 1206}"""))))
	@ApiResponse(responseCode = "201", description = "Saved",
			headers = @Header(name = "Location", description = "Where the planet is",
					schema = @Schema(type = "string")),
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = Saved.class)))
	@PostMapping(path = "/save-exoplanet", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Saved> save(@RequestBody Map<String, @Nullable Object> fields) {
		PlanetRules.check(fields);
		this.room.requireRoom(this.planets.mongo(), 1);
		Planet planet = this.planets.save(fields);
		return ResponseEntity.created(URI.create("/get-exoplanets/" + planet.id()))
			.body(new Saved("éxito", planet.id(), planet.fields()));
	}

	@Operation(operationId = "getPlanet", summary = "Get one planet")
	@GetMapping(path = "/get-exoplanets/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Planet get(@Parameter(description = "of the planet") @PathVariable String id) {
		return this.planets.find(id).orElseThrow(() -> unknown(id));
	}

	@Operation(operationId = "deletePlanet", summary = "Delete a planet")
	@ApiResponse(responseCode = "200", description = "Deleted",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = Deleted.class)))
	@DeleteMapping("/get-exoplanets/{id}")
	Deleted delete(@Parameter(description = "of the planet") @PathVariable String id) {
		Planet planet = this.planets.find(id).orElseThrow(() -> unknown(id));
		Caller.current().requireMayChange(planet.owner(), "The planet '" + id + "'");
		if (!this.planets.delete(id)) {
			throw unknown(id);
		}
		return new Deleted("deleted", id);
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(ErrorCode.UNKNOWN_PLANET,
				"There is no planet with the id '%s'.".formatted(Quoted.shortened(id)));
	}

	/**
	 * The answer to a save, in the words of the old backend.
	 *
	 * @param status {@code éxito}
	 * @param id of the new planet
	 * @param data what was saved
	 */
	record Saved(String status, String id, Map<String, @Nullable Object> data) {
	}

	/**
	 * The answer to a delete.
	 *
	 * @param status {@code deleted}
	 * @param id which one
	 */
	record Deleted(String status, String id) {
	}

}
