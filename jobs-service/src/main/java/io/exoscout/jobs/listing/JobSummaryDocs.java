package io.exoscout.jobs.listing;

import java.util.List;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Describes the elements of lists: as job documents are described, but what is shown can
 * be chosen, so that only an id is always there.
 */
public class JobSummaryDocs implements ServiceDocs {

	private static final String NAME = "JobSummary";

	static final String SCHEMA = "#/components/schemas/" + NAME;

	static final String EXPIRES_AT = "expires_at";

	private static final String WHEN = "when it goes by itself, with all that belongs to it. Only in the document of one job, once it has ended, where a time was set for which such jobs stay and it is neither kept nor needed by an alias";

	private static final String ON_REQUEST = "Only where `fields` asks for it.";

	@Override
	public void complete(OpenAPI api) {
		if (api.getPaths().containsKey(JobAnswer.JOBS)) {
			Schema<?> summary = part(api, ApiParts.defined(api, "Job"), "", PartNames.DEPTH);
			summary.setDescription("A job as an element of a list. Without `fields`, all of its document but what is "
					+ "marked as shown on request; with `fields`, its id and what that names.");
			api.getComponents().addSchemas(NAME, summary);
			Schema<?> job = ApiParts.defined(api, "Job");
			job.addProperty(EXPIRES_AT, new JsonSchema().typesItem("string").format("date-time").description(WHEN));
		}
	}

	/** A part of which anything may be left out. */
	private static Schema<?> part(OpenAPI api, Schema<?> whole, String prefix, int depth) {
		Schema<?> part = new JsonSchema().typesItem("object");
		part.setDescription(whole.getDescription());
		whole.getProperties().forEach((name, schema) -> {
			String path = prefix + name;
			Schema<?> shown = (depth > 1) ? within(api, schema, path, depth - 1) : schema;
			if (!ShownParts.SHORT.some(path)) {
				shown = onRequest(shown);
			}
			part.addProperty(name, shown);
		});
		if (whole.getProperties().containsKey(ShownParts.ID)) {
			part.setRequired(List.of(ShownParts.ID));
		}
		return part;
	}

	private static Schema<?> within(OpenAPI api, Schema<?> schema, String path, int depth) {
		if (schema.getOneOf() != null) {
			// with parts left out, one may look like the other
			Schema<?> any = new JsonSchema().typesItem("object");
			any.setDescription(schema.getDescription());
			schema.getOneOf().forEach((one) -> any.addAnyOfItem(within(api, one, path, depth)));
			return any;
		}
		Schema<?> whole = referenced(api, schema);
		if (whole == null || whole.getProperties() == null) {
			return schema;
		}
		Schema<?> part = part(api, whole, path + ".", depth);
		if (schema.getDescription() != null) {
			part.setDescription(schema.getDescription());
		}
		return part;
	}

	private static @Nullable Schema<?> referenced(OpenAPI api, Schema<?> schema) {
		String reference = schema.get$ref();
		return (reference != null) ? ApiParts.defined(api, reference.substring(reference.lastIndexOf('/') + 1)) : null;
	}

	/** A copy that says so; the original belongs to the job document. */
	private static Schema<?> onRequest(Schema<?> schema) {
		Schema<?> copy = AnnotationsUtils.clone(schema, true);
		copy.setDescription(
				(schema.getDescription() != null) ? schema.getDescription() + ". " + ON_REQUEST : ON_REQUEST);
		return copy;
	}

}
