package io.exoscout.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.exoscout.k8s.Tools;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class AlertTests {

	static List<Map<String, Object>> alerts() {
		return Monitoring.alerts();
	}

	@Test
	void prometheusUnderstandsThem() {
		promtool("alerts.yml", "check", "rules");
	}

	@Test
	void comeWhenTheyShouldAndOnlyThen() {
		promtool("alerts-test.yml", "test", "rules");
	}

	@Test
	void exampleOfAConfigurationIsValid() {
		promtool("prometheus.yml", "check", "config");
	}

	@Test
	void clustersGetTheSameOnes() throws IOException {
		Path rule = Path.of("../k8s/components/monitoring/prometheus-rule.yaml");
		Map<String, Map<String, Object>> manifest = new Yaml().load(Files.readString(rule));
		assertThat(manifest.get("spec")).isEqualTo(new Yaml().load(Monitoring.text("alerts.yml")));
	}

	private static void promtool(String file, String... command) {
		Tools.need(Tools.isOnThePath("promtool"),
				"promtool is not on the path; Debian has it in the package prometheus");
		List<String> all = new ArrayList<>(List.of("promtool"));
		all.addAll(List.of(command));
		all.add(Monitoring.DIRECTORY.resolve(file).toString());
		Tools.run(all, "");
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void saysHowBadItIsAndWhatToDo(Map<String, Object> alert) {
		String name = alert.get("alert").toString();
		assertThat(alert).containsKeys("expr", "for");
		assertThat(alert.get("labels")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.hasEntrySatisfying("severity", (severity) -> assertThat(severity).isIn("critical", "warning"));
		assertThat(alert.get("annotations")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsKeys("summary", "description")
			.containsEntry("runbook_url", "docs/operations.md#" + name.toLowerCase(Locale.ROOT));
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void standsOnThePageItPointsTo(Map<String, Object> alert) throws IOException {
		assertThat(Files.readString(Path.of("../docs/operations.md"))).contains("\n### " + alert.get("alert") + "\n");
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void isTestedBothWays(Map<String, Object> alert) {
		String tests = Monitoring.text("alerts-test.yml");
		String name = "alertname: " + alert.get("alert") + "\n        exp_alerts:";
		assertThat(tests).contains(name + " []\n", name + "\n");
	}

}
