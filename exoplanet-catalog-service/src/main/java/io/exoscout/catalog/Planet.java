package io.exoscout.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A planet: what the user sent, as it was sent, or what the archive says of it, and the
 * id it got.
 *
 * @param id names it; opaque to clients
 * @param provenance where it comes from, if nobody entered it by hand
 * @param owner the caller who saved it; {@code null} where nobody was asked who he is,
 * and of what the archive says
 * @param fields the fields by name, in the order they came; among them {@code nombre} and
 * perhaps {@code tipo} and {@code distancia_ly} (distance in light years)
 */
@JsonPropertyOrder({ "id", "provenance", "owner" })
record Planet(@JsonProperty String id,
		@JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Provenance provenance,
		@JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String owner,
		@JsonIgnore Map<String, @Nullable Object> fields) {

	static final String NAME = "nombre";

	static final String TYPE = "tipo";

	static final String DISTANCE = "distancia_ly";

	/** Right ascension in degrees, where it is a number. */
	static final String RA = "ra";

	/** Declination in degrees, where it is a number. */
	static final String DEC = "dec";

	/** The same with the archive's page about it, where it is from there. */
	Planet linked() {
		return (this.provenance == null) ? this : new Planet(this.id,
				this.provenance.linked(String.valueOf(this.fields.get(NAME))), this.owner, this.fields);
	}

	/** The fields next to the id, as clients see them. */
	@JsonAnyGetter
	@Schema(hidden = true)
	Map<String, @Nullable Object> shown() {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>(this.fields);
		// who had a field of this name before there was one would otherwise send it twice
		if (this.provenance != null) {
			shown.remove("provenance");
		}
		if (this.owner != null) {
			shown.remove("owner");
		}
		return shown;
	}

}
