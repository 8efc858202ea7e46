package io.exoscout.catalog;

import java.io.IOException;
import java.util.List;

import io.exoscout.catalog.confirmed.ConfirmedColumns;
import io.exoscout.problem.ProblemException;
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
import jakarta.servlet.http.HttpServletResponse;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists planets: those of people and those of the archive. */
@Tag(name = "Catalog")
@RestController
record PlanetListController(Planets planets, JsonMapper json) {

	private static final String TOTAL = "X-Total-Count";

	private static final int MOST = 10_000;

	@Operation(operationId = "listPlanets", summary = "List planets",
			description = "Newest first, those that people saved before those of the archive, or in the order of `sort`. "
					+ "A value that is only a limit lies in no range. The next page, if there is one, is in the header `Link`.")
	@ApiResponse(responseCode = "200", description = "A page",
			headers = {
					@Header(name = "Link", description = "The next page, if there is one: <…>; rel=\"next\"",
							schema = @Schema(type = "string")),
					@Header(name = "X-Total-Count", description = "How many there are in all",
							schema = @Schema(type = "integer")) },
			content = @Content(array = @ArraySchema(schema = @Schema(implementation = Planet.class))))
	@GetMapping(path = "/get-exoplanets", produces = MediaType.APPLICATION_JSON_VALUE)
	void list(
			@Parameter(
					description = "a part of the name of the planet or its star, with or without blanks and hyphens, "
							+ "up to 200 characters",
					example = "kepler22b") @RequestParam(required = false) @Nullable String q,
			@Parameter(description = "what kind of planet") @RequestParam(required = false) @Nullable String tipo,
			@Parameter(description = "the largest distance, in light years, 0 or more") @RequestParam(
					name = "max_distancia_ly", required = false) @Nullable Double maxDistance,
			@Parameter(description = "how it was found",
					example = "Transit") @RequestParam(required = false) @Nullable String method,
			@Parameter(description = "what with",
					example = "Kepler") @RequestParam(required = false) @Nullable String facility,
			@Parameter(description = "the first year of discovery") @RequestParam(name = "min_year",
					required = false) @Nullable Double minYear,
			@Parameter(description = "the last one") @RequestParam(name = "max_year",
					required = false) @Nullable Double maxYear,
			@Parameter(description = "the shortest orbital period, in days") @RequestParam(name = "min_period",
					required = false) @Nullable Double minPeriod,
			@Parameter(description = "the longest one") @RequestParam(name = "max_period",
					required = false) @Nullable Double maxPeriod,
			@Parameter(description = "the smallest radius, in Earth radii") @RequestParam(name = "min_radius",
					required = false) @Nullable Double minRadius,
			@Parameter(description = "the largest one") @RequestParam(name = "max_radius",
					required = false) @Nullable Double maxRadius,
			@Parameter(description = "the smallest mass, in Earth masses") @RequestParam(name = "min_mass",
					required = false) @Nullable Double minMass,
			@Parameter(description = "the largest one") @RequestParam(name = "max_mass",
					required = false) @Nullable Double maxMass,
			@Parameter(description = "whether its existence is disputed") @RequestParam(
					required = false) @Nullable Boolean disputed,
			@Parameter(description = "where planets come from: `archive` or entered by hand, `own`",
					schema = @Schema(type = "string", allowableValues = { "archive", "own" })) @RequestParam(
							required = false) @Nullable String source,
			@Parameter(
					description = "a field to sort by, the largest first with - before it; planets of which it was not "
							+ "measured, limits among them, come last. Left out, the newest first",
					example = "-pl_rade") @RequestParam(required = false) @Nullable String sort,
			@Parameter(description = "what to show of each, with commas between; left out, everything",
					example = "nombre,pl_orbper,pl_rade") @RequestParam(required = false) @Nullable String fields,
			@Parameter(description = "how many at most, 1 to 10,000",
					schema = @Schema(type = "integer", minimum = "1", maximum = "10000",
							defaultValue = "50")) @RequestParam(defaultValue = "50") int limit,
			@Parameter(
					description = "from the Link header of a page; with `sort`, how many to pass over") @RequestParam(
							required = false) @Nullable String cursor,
			HttpServletResponse response) throws IOException {
		PlanetQuery query = new PlanetQueryReader().text(q)
			.equal("tipo", Planet.TYPE, tipo)
			.maxDistance(maxDistance)
			.equal("method", ConfirmedColumns.METHOD, method)
			.equal("facility", ConfirmedColumns.FACILITY, facility)
			.range("year", ConfirmedColumns.YEAR, minYear, maxYear)
			.range("period", ConfirmedColumns.PERIOD, minPeriod, maxPeriod)
			.range("radius", ConfirmedColumns.RADIUS, minRadius, maxRadius)
			.range("mass", ConfirmedColumns.MASS, minMass, maxMass)
			.disputed(disputed)
			.source(source)
			.query(fields, sort);
		Parameters.limit(limit, MOST);
		if (query.order() != null) {
			long passed = passed(cursor);
			List<ObjectId> found = this.planets.sorted(query, query.order(), passed, limit + 1);
			answer(query, found, limit, String.valueOf(passed + limit), response);
			return;
		}
		if (cursor != null && !ObjectId.isValid(cursor)) {
			throw notGiven();
		}
		List<ObjectId> found = this.planets.newest(query, cursor, limit + 1);
		answer(query, found, limit, (found.size() > limit) ? found.get(limit - 1).toHexString() : "", response);
	}

	/** One more than asked for tells whether there is a next page. */
	private void answer(PlanetQuery query, List<ObjectId> found, int limit, String next, HttpServletResponse response)
			throws IOException {
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setHeader(TOTAL, String.valueOf(this.planets.count(query)));
		if (found.size() > limit) {
			response.setHeader(HttpHeaders.LINK, NextPage.link(next));
		}
		SequenceWriter page = this.json.writer().writeValuesAsArray(response.getOutputStream());
		this.planets.each(found.subList(0, Math.min(limit, found.size())), query.fields(), page::write);
		// not after a failure: what was cut short must show it
		page.close();
	}

	private static long passed(@Nullable String cursor) {
		if (cursor == null) {
			return 0;
		}
		if (!cursor.matches("\\d{1,9}")) {
			throw notGiven();
		}
		return Long.parseLong(cursor);
	}

	private static ProblemException notGiven() {
		return ProblemException.invalidParameter("cursor",
				"Parameter 'cursor' is not one that a Link header of this address gave out.");
	}

}
