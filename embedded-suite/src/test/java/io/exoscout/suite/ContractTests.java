package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/openapi} shows what clients are promised, so that no promise changes
 * unseen; {@code make contract} writes it anew.
 */
@SuiteTest
class ContractTests {

	private static final Path PAGES = Path.of("..", "docs", "openapi");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private final Client client;

	ContractTests(Client client) {
		this.client = client;
	}

	@ParameterizedTest
	@ValueSource(strings = { "orchestrator", "jobs", "predictor", "lightcurves", "catalog", "series", "streams" })
	void promisesWhatIsWrittenDown(String service) throws IOException {
		Path page = PAGES.resolve(service + ".json");
		String promised = normalised(this.client.get("/v3/api-docs/" + service).json(200));
		if (Boolean.getBoolean("exoscout.contract.write")) {
			Files.writeString(page, promised);
		}
		else {
			assertThat(promised).as("%s.json is older than the code; run make contract", service)
				.isEqualTo(Files.readString(page));
		}
	}

	/** Without where it was asked, and in an order of its own. */
	private static String normalised(JsonNode document) {
		((ObjectNode) document).remove("servers");
		return JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
	}

}
