package io.exoscout.suite;

import java.util.LinkedHashMap;
import java.util.Map;

import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands at {@code /} as long as no web page is bundled: where to go from here. */
@Hidden
@RestController
class IndexController {

	@GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, String> index() {
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
	Resource page() {
		return new ClassPathResource("index.html");
	}

}
