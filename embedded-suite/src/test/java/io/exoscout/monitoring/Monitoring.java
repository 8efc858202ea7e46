package io.exoscout.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files for Prometheus and Grafana. */
public final class Monitoring {

	static final Path DIRECTORY = Path.of("..", "monitoring");

	/** Strings, label matchers, ranges, and the labels of aggregations. */
	private static final Pattern NO_METRICS = Pattern
		.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");

	/** What is left is a metric if it is no function. */
	private static final Pattern METRIC = Pattern.compile("\\b[a-z]\\w+\\b(?!\\s*\\()");

	/** Operators, and the one metric that Prometheus makes itself. */
	private static final Set<String> OTHERS = Set.of("and", "or", "unless", "up");

	private Monitoring() {
	}

	/** A file. */
	public static String text(String name) {
		try {
			return Files.readString(DIRECTORY.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The names of all metrics that the dashboard asks for. */
	public static Set<String> metricsOfDashboard() {
		return metrics(dashboard().findValues("expr").stream().map(JsonNode::asString));
	}

	/** The names of all metrics that alerts look at. */
	public static Set<String> metricsOfAlerts() {
		return metrics(alerts().stream().map((alert) -> alert.get("expr").toString()));
	}

	static Set<String> metrics(Stream<String> expressions) {
		return expressions.map((expression) -> NO_METRICS.matcher(expression).replaceAll(""))
			.flatMap((expression) -> METRIC.matcher(expression).results().map(MatchResult::group))
			.filter((name) -> !OTHERS.contains(name))
			.collect(Collectors.toSet());
	}

	static JsonNode dashboard() {
		return new JsonMapper().readTree(text("grafana-dashboard.json"));
	}

	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> alerts() {
		Map<String, List<Map<String, Object>>> file = new Yaml().load(text("alerts.yml"));
		return (List<Map<String, Object>>) file.get("groups").get(0).get("rules");
	}

}
