package io.exoscout.catalog;

import java.io.IOException;
import java.util.List;

import io.exoscout.astronomy.AstronomyAnswer;
import io.exoscout.astronomy.Cone;
import io.exoscout.problem.VotableProblems;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvColumn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The saved planets about a place on the sky (IVOA Simple Cone Search 1.03). */
@Tag(name = "Catalog")
@RestController
record PlanetConeController(Planets planets) implements VotableProblems {

	private static final List<CsvColumn<Found>> COLUMNS = List.of(new CsvColumn<>("separation", Found::separation),
			new CsvColumn<>("id", (found) -> found.planet().id()), column(Planet.NAME), number(Planet.RA),
			number(Planet.DEC), column(Planet.TYPE), number(Planet.DISTANCE));

	@Operation(operationId = "findPlanets", summary = "Find saved planets about a place on the sky",
			description = """
					A cone search as tools of the Virtual Observatory send it, over the planets whose fields `ra` and `dec` are \
					numbers of degrees. The answer is a VOTable, newest first. A radius of 0 gives its columns alone. \
					Errors are a VOTable too, with `INFO name="Error"`, unless `Accept` names JSON.""")
	@ApiResponse(responseCode = "200", description = "The planets",
			content = @Content(mediaType = "application/x-votable+xml", schema = @Schema(type = "string")))
	@GetMapping("/get-exoplanets/cone")
	void find(@Parameter(description = "right ascension, 0 to 360 degrees") @RequestParam("RA") double ra,
			@Parameter(description = "declination, -90 to 90 degrees") @RequestParam("DEC") double dec,
			@Parameter(description = "radius, 0 to 180 degrees") @RequestParam("SR") double radius,
			@Parameter(description = "how many columns, 1 to 3; all are given") @RequestParam(name = "VERB",
					required = false) @Nullable Integer verbosity,
			HttpServletResponse response) throws IOException {
		Cone cone = new Cone(ra, dec, radius);
		List<ObjectId> placed = this.planets.between(dec - radius, dec + radius);
		response.setContentType(AnswerFormat.VOTABLE.mediaType().toString());
		AstronomyAnswer<Found> table = AstronomyAnswer.ofCone("planets", COLUMNS, response.getOutputStream());
		this.planets.each(placed, List.of(), (planet) -> {
			Double separation = cone.separation(number(planet, Planet.RA), number(planet, Planet.DEC));
			if (separation != null) {
				table.write(new Found(planet, separation));
			}
		});
		table.finish();
	}

	private static CsvColumn<Found> column(String field) {
		return new CsvColumn<>(field, (found) -> found.planet().fields().get(field));
	}

	private static CsvColumn<Found> number(String field) {
		return new CsvColumn<>(field, (found) -> number(found.planet(), field));
	}

	/** A field that may be anything. */
	private static @Nullable Number number(Planet planet, String field) {
		return (planet.fields().get(field) instanceof Number number) ? number : null;
	}

	/**
	 * A planet in the cone.
	 *
	 * @param planet as it was saved
	 * @param separation from the middle in degrees
	 */
	private record Found(Planet planet, double separation) {
	}

}
