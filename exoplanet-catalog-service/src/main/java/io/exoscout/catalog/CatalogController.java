package io.exoscout.catalog;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Saves, lists and removes planets, under the addresses of the old backend. */
@Tag(name = "Catalog")
@RestController
record CatalogController(Planets planets) {

	private static final int MOST = 200;

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
		Planet planet = this.planets.save(fields);
		return ResponseEntity.created(URI.create("/get-exoplanets/" + planet.id()))
			.body(new Saved("éxito", planet.id(), planet.fields()));
	}

	@Operation(operationId = "listPlanets", summary = "List planets, newest first",
			description = "The next page, if there is one, is in the header `Link`.")
	@ApiResponse(responseCode = "200", description = "A page",
			headers = @Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
					schema = @Schema(type = "string")),
			content = @Content(array = @ArraySchema(schema = @Schema(implementation = Planet.class))))
	@GetMapping(path = "/get-exoplanets", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<List<Planet>> list(
			@Parameter(description = "part of the name, up to 200 characters") @RequestParam(
					required = false) @Nullable String q,
			@Parameter(description = "what kind of planet") @RequestParam(required = false) @Nullable String tipo,
			@Parameter(description = "the largest distance, in light years, 0 or more") @RequestParam(
					name = "max_distancia_ly", required = false) @Nullable Double maxDistance,
			@Parameter(description = "how many at most, 1 to 200",
					schema = @Schema(type = "integer", minimum = "1", maximum = "200",
							defaultValue = "50")) @RequestParam(defaultValue = "50") int limit,
			@Parameter(description = "from the Link header of a page") @RequestParam(
					required = false) @Nullable String cursor) {
		check(q, maxDistance, limit, cursor);
		// one more than asked for tells whether there is a next page
		List<Planet> found = this.planets.list(new PlanetQuery(q, tipo, maxDistance, limit + 1, cursor));
		if (found.size() <= limit) {
			return ResponseEntity.ok(found);
		}
		List<Planet> page = found.subList(0, limit);
		return ResponseEntity.ok()
			.header(HttpHeaders.LINK, next(q, tipo, maxDistance, limit, page.get(limit - 1)))
			.body(page);
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
		if (!this.planets.delete(id)) {
			throw unknown(id);
		}
		return new Deleted("deleted", id);
	}

	private static void check(@Nullable String q, @Nullable Double maxDistance, int limit, @Nullable String cursor) {
		if (q != null && (q.length() > 200 || !PlanetRules.isClean(q))) {
			throw ProblemException.invalidParameter("q",
					"Parameter 'q' should be a text of up to 200 characters, without control characters.");
		}
		if (maxDistance != null && !(maxDistance >= 0 && Double.isFinite(maxDistance))) {
			throw ProblemException.invalidParameter("max_distancia_ly",
					"Parameter 'max_distancia_ly' is '%s'; accepted is a number of light years, 0 or more."
						.formatted(maxDistance));
		}
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit",
					"Parameter 'limit' is %d; accepted is 1 to %d.".formatted(limit, MOST));
		}
		if (cursor != null && !ObjectId.isValid(cursor)) {
			throw ProblemException.invalidParameter("cursor",
					"Parameter 'cursor' is not one that a Link header of this address gave out.");
		}
	}

	private static String next(@Nullable String q, @Nullable String tipo, @Nullable Double maxDistance, int limit,
			Planet last) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/get-exoplanets");
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("q", q);
		values.put("tipo", tipo);
		values.put("max_distancia_ly", maxDistance);
		values.put("limit", limit);
		values.put("cursor", last.id());
		values.values().removeIf(Objects::isNull);
		values.keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
		return "<" + uri.encode().buildAndExpand(values).toUriString() + ">; rel=\"next\"";
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
