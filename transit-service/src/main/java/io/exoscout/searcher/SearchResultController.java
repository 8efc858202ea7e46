package io.exoscout.searcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.astronomy.AstronomyAnswer;
import io.exoscout.found.ArchiveRow;
import io.exoscout.found.SearchDocument;
import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.searcher.found.CurveChart;
import io.exoscout.searcher.found.KeptSearch;
import io.exoscout.searcher.found.SearchPlots;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import io.exoscout.web.FormatParameter;
import io.exoscout.web.WantedFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What searches found, over HTTP: as JSON, as a table, and drawn. */
@RestController
@RequestMapping(CurveController.CURVES + "/jobs/{id}")
@Tag(name = "Light curves")
record SearchResultController(KeptSearches searches, JsonMapper json) {

	/** Only a job that was deleted in between makes asking again worthwhile. */
	private static final CacheControl UNCHANGING = CacheControl.noCache().cachePrivate();

	/**
	 * Goes up with every change of how results are written or drawn, so that nobody keeps
	 * those of an earlier version.
	 */
	private static final int FORM = 2;

	private static final String SVG = "image/svg+xml";

	/**
	 * The answer.
	 *
	 * @param document what was found
	 * @param plots what can be drawn, if that was asked for
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record FoundDocument(@JsonUnwrapped SearchDocument document, @Nullable SearchPlots plots) {
	}

	@Operation(operationId = "getSignals", summary = "Get the signals of a completed search for transits",
			description = "As JSON, or one signal on each line; or as a table (CSV, VOTable, FITS, ECSV or IPAC) in the names and units of the archive's "
					+ "table for the mission, Kepler's if none is known, by `format` or Accept.")
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@ApiResponse(responseCode = "200", description = "The signals",
			headers = @Header(name = "ETag", description = "Changes when the answer does",
					schema = @Schema(type = "string")),
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = FoundDocument.class)),
					@Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = FoundTransit.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/x-votable+xml", schema = @Schema(type = "string")),
					@Content(mediaType = "application/fits", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "text/x-ecsv", schema = @Schema(type = "string")),
					@Content(mediaType = "text/x-ipac-table", schema = @Schema(type = "string")) })
	@GetMapping("/result")
	@Nullable FoundDocument result(@Parameter(description = "of the job") @PathVariable String id,
			@FormatParameter @RequestParam(required = false) @Nullable String format,
			@Parameter(description = "whether to add, in JSON, the numbers of all charts") @RequestParam(
					defaultValue = "false") boolean plots,
			@RequestHeader(name = "Accept", required = false) @Nullable String accept, WebRequest request,
			HttpServletResponse response) throws IOException {
		WantedFormat wanted = WantedFormat.of(format, accept);
		String digest = this.searches.digest(id);
		response.setHeader(HttpHeaders.CACHE_CONTROL, UNCHANGING.getHeaderValue());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		if (request.checkNotModified(digest + "-" + FORM + "-" + wanted.format() + "-" + plots)) {
			return null;
		}
		KeptSearch kept = this.searches.read(digest);
		if (wanted.format() == AnswerFormat.JSON) {
			return new FoundDocument(kept.document(), plots ? kept.plots() : null);
		}
		wanted.announce(response, "signals");
		if (wanted.format() == AnswerFormat.NDJSON) {
			StringBuilder lines = new StringBuilder();
			kept.document()
				.signals()
				.forEach((signal) -> lines.append(this.json.writeValueAsString(signal)).append('\n'));
			response.getOutputStream().write(lines.toString().getBytes(StandardCharsets.UTF_8));
			return null;
		}
		if (wanted.format() != AnswerFormat.CSV) {
			table(kept.document(), wanted.format(), response);
			return null;
		}
		CsvAnswer<ArchiveRow> csv = new CsvAnswer<>(ArchiveRow.columns(kept.document().dataSource()),
				response.getOutputStream());
		for (FoundTransit signal : kept.document().signals()) {
			csv.write(new ArchiveRow(kept.document(), signal));
		}
		csv.finish();
		return null;
	}

	private static void table(SearchDocument document, AnswerFormat format, HttpServletResponse response)
			throws IOException {
		AstronomyAnswer<ArchiveRow> table = new AstronomyAnswer<>(format, "signals",
				List.of("the search ended with " + document.ended()), ArchiveRow.columns(document.dataSource()),
				response.getOutputStream());
		for (FoundTransit signal : document.signals()) {
			table.write(new ArchiveRow(document, signal));
		}
		table.finish();
	}

	@Operation(operationId = "drawSearch", summary = "Draw a completed search for transits")
	@ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
	@ApiResponse(responseCode = "200", description = "The chart",
			headers = @Header(name = "ETag", description = "Changes when the answer does",
					schema = @Schema(type = "string")),
			content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
	@GetMapping("/plots/{plot}")
	void plot(@Parameter(description = "of the job") @PathVariable String id,
			@Parameter(description = "flux.svg, periodogram.svg, folded.svg, odd-even.svg, "
					+ "secondary.svg or centroid.svg") @PathVariable String plot,
			@Parameter(description = "number of the signal, for all but the first two") @RequestParam(
					defaultValue = "1") int signal,
			WebRequest request, HttpServletResponse response) throws IOException {
		CurveChart chart = CurveChart.of(plot);
		String digest = this.searches.digest(id);
		response.setHeader(HttpHeaders.CACHE_CONTROL, UNCHANGING.getHeaderValue());
		if (request.checkNotModified(digest + "-" + FORM + "-" + chart + "-" + signal)) {
			return;
		}
		byte[] svg = chart.draw(this.searches.read(digest), signal).getBytes(StandardCharsets.UTF_8);
		response.setContentType(SVG);
		response.setContentLength(svg.length);
		response.getOutputStream().write(svg);
	}

}
