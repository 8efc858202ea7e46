package io.exoscout.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.stream.course.MetricPoint;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import io.exoscout.web.CsvColumn;
import io.exoscout.web.Parameters;
import io.exoscout.web.WantedFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good streams are, now and before. */
@Tag(name = "Streams")
@RestController
@RequestMapping(path = StreamPaths.STREAM)
record StreamMetricsController(StreamDesk desk, JsonMapper json) {

	private static final int MOST = 1000;

	private static final List<String> SPANS = List.of("whole", "last", "fading");

	private static final List<String> FIGURES = List.of("labels", "positives", "accuracy", "log_loss", "roc_auc",
			"brier", "calibration_error", "majority_accuracy", "majority_log_loss", "majority_brier",
			"no_change_accuracy");

	@Operation(operationId = "getStreamMetrics", summary = "Get the metrics of a stream",
			description = "`now`, and `points`: as they were about every 500 entries. As CSV, a line for each.")
	@ApiResponse(responseCode = "200", description = "The metrics",
			content = { @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")) })
	@GetMapping("/metrics")
	void metrics(@Parameter(description = "of the stream") @PathVariable String id,
			@Parameter(description = "only points after this entry") @RequestParam(defaultValue = "0") long after,
			@Parameter(description = "how many points at most, 1 to 1,000") @RequestParam(
					defaultValue = "1000") int limit,
			@Parameter(description = "json or csv; wins over Accept") @RequestParam(
					required = false) @Nullable String format,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT,
					required = false) @Nullable String accept,
			@Parameter(hidden = true) HttpServletResponse response) throws IOException {
		KnownStream stream = this.desk.known().streams().get(id);
		WantedFormat wanted = WantedFormat.plain(format, accept);
		List<MetricPoint> points = this.desk.known().results().points(id, after, Parameters.limit(limit, MOST));
		wanted.announce(response, "stream-" + id);
		if (wanted.format() == AnswerFormat.CSV) {
			table(stream, points, response);
		}
		else {
			ObjectNode answer = this.json.createObjectNode();
			answer.set("now", this.desk.metrics(stream));
			points.forEach((point) -> answer.withArray("points").add(this.json.readTree(point.metrics())));
			this.json.writeValue(response.getOutputStream(), answer);
		}
	}

	private void table(KnownStream stream, List<MetricPoint> points, HttpServletResponse response) throws IOException {
		List<CsvColumn<JsonNode>> columns = new ArrayList<>();
		List.of("seq", "latest", "watermark", "labels", "awaited", "drifts")
			.forEach((name) -> columns.add(new CsvColumn<>(name, (metrics) -> cell(metrics.path(name)))));
		SPANS.forEach((span) -> FIGURES.forEach((figure) -> columns
			.add(new CsvColumn<>(span + "_" + figure, (metrics) -> cell(metrics.path(span).path(figure))))));
		CsvAnswer<JsonNode> csv = new CsvAnswer<>(columns, response.getOutputStream());
		Map<Long, JsonNode> lines = new TreeMap<>();
		points.forEach((point) -> lines.put(point.seq(), this.json.readTree(point.metrics())));
		JsonNode now = this.desk.metrics(stream);
		if (now.has("seq")) {
			lines.put(now.get("seq").asLong(), now);
		}
		for (JsonNode line : lines.values()) {
			csv.write(line);
		}
		csv.finish();
	}

	private static @Nullable Object cell(JsonNode value) {
		if (value.isIntegralNumber()) {
			return value.asLong();
		}
		return value.isNumber() ? (Object) value.asDouble() : null;
	}

	@Operation(operationId = "listDrifts", summary = "List the changes that were noticed",
			description = "How many there were, and the last 100 of them, the oldest first.")
	@ApiResponse(responseCode = "200", description = "The changes",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
	@GetMapping(path = "/drifts", produces = MediaType.APPLICATION_JSON_VALUE)
	JsonNode drifts(@Parameter(description = "of the stream") @PathVariable String id) {
		JsonNode metrics = this.desk.metrics(this.desk.known().streams().get(id));
		ObjectNode answer = this.json.createObjectNode();
		answer.put("drifts", metrics.path("drifts").asLong(0));
		answer.set("marks", metrics.has("marks") ? metrics.get("marks") : this.json.createArrayNode());
		return answer;
	}

}
