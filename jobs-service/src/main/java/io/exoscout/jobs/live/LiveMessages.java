package io.exoscout.jobs.live;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.exoscout.telemetry.JobEvent;
import io.exoscout.work.JobAnswer;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/** Describes the messages, which no signature mentions. */
public final class LiveMessages implements ServiceDocs {

	private static final String SCHEMAS = "#/components/schemas/";

	/** What is heard of one job. */
	public static final String OF_A_JOB = SCHEMAS + "JobMessage";

	/** What is heard of all jobs. */
	public static final String OF_ALL_JOBS = SCHEMAS + "JobsMessage";

	@Override
	public void complete(OpenAPI api) {
		if (!api.getPaths().containsKey(JobAnswer.JOBS)) {
			return;
		}
		Schema<?> event = ApiParts.schema(api, JobEvent.class);
		add(api, "JobMessage", event, ApiParts.schema(api, JobSnapshot.class));
		add(api, "JobsMessage", event, ApiParts.schema(api, ClusterMessage.class));
	}

	private static void add(OpenAPI api, String name, Schema<?>... either) {
		Schema<?> message = new JsonSchema();
		for (Schema<?> one : either) {
			message.addOneOfItem(one);
		}
		message.setDescription("What is heard; type says which it is");
		api.getComponents().addSchemas(name, message);
	}

}
