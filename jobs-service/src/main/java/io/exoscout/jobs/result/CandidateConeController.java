package io.exoscout.jobs.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.astronomy.AstronomyAnswer;
import io.exoscout.astronomy.Cone;
import io.exoscout.candidate.Candidate;
import io.exoscout.work.JobAnswer;
import io.exoscout.objects.ObjectFacts;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
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
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The candidates of a job about a place on the sky (IVOA Simple Cone Search 1.03). */
@RestController
@RequestMapping(JobAnswer.JOBS + "/{id}/cone")
@Tag(name = "Jobs")
public record CandidateConeController(CandidateLists lists) implements VotableProblems {

	private static final List<CsvColumn<Found>> COLUMNS = columns();

	@Operation(operationId = "findCandidates",
			summary = "Find the candidates of a completed job about a place on the sky",
			description = """
					A cone search as tools of the Virtual Observatory send it; the address is what TOPCAT, `stilts cone` or \
					pyvo ask for. The answer is a VOTable, likeliest planets first. A radius of 0 gives its columns alone. \
					Errors are a VOTable too, with `INFO name="Error"`, unless `Accept` names JSON.""")
	@ApiResponse(responseCode = "200", description = "The candidates",
			content = @Content(mediaType = "application/x-votable+xml", schema = @Schema(type = "string")))
	@GetMapping
	void find(@Parameter(description = "of the job") @PathVariable String id,
			@Parameter(description = "right ascension, 0 to 360 degrees") @RequestParam("RA") double ra,
			@Parameter(description = "declination, -90 to 90 degrees") @RequestParam("DEC") double dec,
			@Parameter(description = "radius, 0 to 180 degrees") @RequestParam("SR") double radius,
			@Parameter(description = "how many columns, 1 to 3; all are given") @RequestParam(name = "VERB",
					required = false) @Nullable Integer verbosity,
			HttpServletResponse response) throws IOException {
		Cone cone = new Cone(ra, dec, radius);
		CandidateList list = this.lists.of(id);
		requirePlaces(list, id);
		response.setContentType(AnswerFormat.VOTABLE.mediaType().toString());
		AstronomyAnswer<Found> table = AstronomyAnswer.ofCone(list.card().modelName() + "-candidates", COLUMNS,
				response.getOutputStream());
		list.each(0, list.size(), (candidate) -> {
			ObjectFacts facts = candidate.facts();
			Double separation = cone.separation(facts.ra(), facts.dec());
			if (separation != null) {
				table.write(new Found(candidate, separation));
			}
		});
		table.finish();
	}

	/** A list without any place would answer every search with nothing. */
	private static void requirePlaces(CandidateList list, String id) throws IOException {
		boolean[] placed = { list.size() == 0 };
		list.each(0, list.size(), (candidate) -> placed[0] |= candidate.facts().ra() != null);
		if (!placed[0]) {
			throw new ProblemException(ErrorCode.NO_PLACES,
					"The candidates of job '%s' have no place on the sky; its table has no columns 'ra' and 'dec', or the list was made before places were kept"
						.formatted(id));
		}
	}

	private static List<CsvColumn<Found>> columns() {
		List<CsvColumn<Found>> columns = new ArrayList<>();
		columns.add(new CsvColumn<>("separation", Found::separation));
		CandidateColumns.CANDIDATES.all()
			.forEach((column) -> columns
				.add(new CsvColumn<>(column.name(), (found) -> column.cell().apply(found.candidate()))));
		return columns;
	}

	/**
	 * A candidate in the cone.
	 *
	 * @param candidate as it is listed
	 * @param separation from the middle in degrees
	 */
	private record Found(Candidate candidate, double separation) {
	}

}
