package io.exoscout.page;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What stands at {@code /}: the page for browsers, or a list of links where none is
 * bundled; for programs, where to go from here.
 */
@Hidden
@RestController
record IndexController(PageHandler page) {

	@GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, String> index(HttpServletResponse response) {
		// a cache must not show it to a browser
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		Map<String, String> index = new LinkedHashMap<>();
		index.put("docs", "/docs");
		index.put("health", "/health");
		index.put("options", "/exo-scout-orchestrator/options");
		index.put("upload", "/exo-scout-orchestrator");
		index.put("inspect", "/exo-scout-orchestrator/inspect");
		index.put("jobs", JobAnswer.JOBS);
		index.put("workers", "/exo-scout-jobs-api/workers");
		index.put("predict", "/exo-scout-predictor");
		index.put("models", "/exo-scout-predictor/models");
		index.put("save_planet", "/save-exoplanet");
		index.put("planets", "/get-exoplanets");
		return index;
	}

	@GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
	void browse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!this.page.index(request, response)) {
			response.setContentType(MediaType.TEXT_HTML_VALUE);
			new ClassPathResource("index.html").getInputStream().transferTo(response.getOutputStream());
		}
	}

}
