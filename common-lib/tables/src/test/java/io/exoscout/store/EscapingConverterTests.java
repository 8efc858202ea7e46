package io.exoscout.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

import static org.assertj.core.api.Assertions.assertThat;

class EscapingConverterTests {

	private final EscapingConverter converter = converter();

	private static EscapingConverter converter() {
		EscapingConverter converter = new EscapingConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext());
		converter.afterPropertiesSet();
		return converter;
	}

	@Test
	void storesNoKeyThatIsAPathOrAnOperator() {
		Document document = write(Map.of("a.b", 1, "$where", 2, "", 3, "nul\0", 4, "50%", 5));
		assertThat(document.get("values", Document.class).keySet()).containsExactlyInAnyOrder("a%2Eb", "%24where", "%",
				"nul%00", "50%25");
	}

	@Test
	void readsEveryKeyAsItWas() {
		Map<String, Object> values = new LinkedHashMap<>();
		for (String key : List.of("a.b", "$where", "", "%", "%%", "%2E", "%252E", "50% + 1", "\0", "FALSE POSITIVE")) {
			values.put(key, Map.of(key, List.of(Map.of(key, 1))));
		}
		assertThat(this.converter.read(Holder.class, write(values)).values()).isEqualTo(values);
	}

	@Test
	void storesNoClassNames() {
		assertThat(write(Map.of("progress", new Step("loading"))).toJson()).doesNotContain("_class");
	}

	private Document write(Map<String, Object> values) {
		Document document = new Document();
		this.converter.write(new Holder(values), document);
		return document;
	}

	record Step(String name) {
	}

	record Holder(Map<String, Object> values) {
	}

}
