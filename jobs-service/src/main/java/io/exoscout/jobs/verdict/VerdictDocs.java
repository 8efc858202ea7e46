package io.exoscout.jobs.verdict;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/**
 * What the records alone do not tell: that nothing of what is said has to be said, and
 * that ranked objects come with what people made of them, to those who ask for it.
 */
class VerdictDocs implements ServiceDocs {

	@Override
	@SuppressWarnings("rawtypes")
	public void complete(OpenAPI api) {
		Map<String, Schema> schemas = Objects.requireNonNullElse(api.getComponents().getSchemas(), Map.of());
		Schema<?> said = schemas.get("SaidVerdict");
		if (said != null) {
			said.setRequired(null);
		}
		Schema<?> candidate = schemas.get("Candidate");
		if (candidate != null) {
			JsonSchema opinion = new JsonSchema();
			opinion.typesItem("string").description("what a person takes it for, where `fields` asks for it");
			Arrays.stream(Opinion.values()).map(Opinion::id).forEach(opinion::addEnumItemObject);
			candidate.addProperty("own_verdict", opinion);
			candidate.addProperty("own_tags",
					ApiParts.simple("string", "the tags a person gave it, where `fields` asks for them"));
			candidate.addProperty("own_note",
					ApiParts.simple("string", "what a person noted about it, where `fields` asks for it"));
		}
	}

}
