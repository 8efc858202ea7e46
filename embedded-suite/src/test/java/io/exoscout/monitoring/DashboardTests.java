package io.exoscout.monitoring;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardTests {

	/** The width of the grid. */
	private static final int COLUMNS = 24;

	private final JsonNode dashboard = Monitoring.dashboard();

	@Test
	void asksTheDataSourceThatIsChosen() {
		assertThat(this.dashboard.at("/templating/list/0/type").asString()).isEqualTo("datasource");
		assertThat(figures()).flatExtracting((panel) -> panel.findValues("datasource"))
			.extracting((source) -> ((JsonNode) source).get("uid").asString())
			.containsOnly("${datasource}");
	}

	@Test
	void hasARowForEachPartOfTheSystem() {
		assertThat(panels().filter((panel) -> panel.get("type").asString().equals("row")))
			.extracting((row) -> row.get("title").asString())
			.containsExactly("Jobs", "Queue", "Workers", "Training", "Prediction", "HTTP", "JVM");
	}

	@Test
	void panelsExplainThemselves() {
		assertThat(figures()).allSatisfy((panel) -> {
			assertThat(panel.get("description").asString()).isNotBlank();
			assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotBlank();
		});
	}

	@Test
	void panelsDoNotOverlap() {
		List<JsonNode> places = panels().map((panel) -> panel.get("gridPos")).toList();
		assertThat(places).allMatch((place) -> end(place, "x", "w") <= COLUMNS);
		for (int i = 0; i < places.size(); i++) {
			JsonNode place = places.get(i);
			assertThat(places.subList(i + 1, places.size())).noneMatch((other) -> overlap(place, other));
		}
	}

	@Test
	void panelsAreToldApart() {
		assertThat(panels().map((panel) -> panel.get("id").asInt())).doesNotHaveDuplicates();
	}

	private static boolean overlap(JsonNode a, JsonNode b) {
		return overlap(a, b, "x", "w") && overlap(a, b, "y", "h");
	}

	private static boolean overlap(JsonNode a, JsonNode b, String start, String length) {
		return a.get(start).asInt() < end(b, start, length) && b.get(start).asInt() < end(a, start, length);
	}

	private static int end(JsonNode place, String start, String length) {
		return place.get(start).asInt() + place.get(length).asInt();
	}

	private List<JsonNode> figures() {
		return panels().filter((panel) -> panel.has("targets")).toList();
	}

	private Stream<JsonNode> panels() {
		return this.dashboard.get("panels").values().stream();
	}

}
