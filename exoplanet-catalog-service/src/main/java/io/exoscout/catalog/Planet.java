package io.exoscout.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A saved planet: what the user sent, as it was sent, and the id it got.
 *
 * @param id names it; opaque to clients
 * @param fields the fields by name, in the order they came; among them {@code nombre} and
 * perhaps {@code tipo} and {@code distancia_ly} (distance in light years)
 */
@JsonPropertyOrder("id")
record Planet(@JsonProperty String id, @JsonIgnore Map<String, @Nullable Object> fields) {

	static final String NAME = "nombre";

	static final String TYPE = "tipo";

	static final String DISTANCE = "distancia_ly";

	/** Right ascension in degrees, where it is a number. */
	static final String RA = "ra";

	/** Declination in degrees, where it is a number. */
	static final String DEC = "dec";

	/** The fields next to the id, as clients see them. */
	@JsonAnyGetter
	@Schema(hidden = true)
	Map<String, @Nullable Object> shown() {
		return new LinkedHashMap<>(this.fields);
	}

}
