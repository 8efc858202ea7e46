package io.exoscout.work;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.exoscout.job.Job;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for one job to be done; everything else stands in the job document, so that the
 * message can be sent again at any time and never disagrees with it.
 *
 * @param version of this message, currently 1; a newer one may say more than is read here
 * @param jobId the job
 * @param attempt the number of the job's last attempt before this was sent, 0 before the
 * first
 */
public record WorkRequested(int version, @JsonProperty("job_id") String jobId, int attempt) {

	/** The version written today. */
	public static final int VERSION = 1;

	private static final JsonMapper JSON = new JsonMapper();

	public static WorkRequested of(Job job) {
		return new WorkRequested(VERSION, job.jobId(), job.course().attempts());
	}

	/**
	 * Reads a message of any version ever written.
	 * @param json the body of the message
	 * @return the request; of a version from the future only the ids
	 * @throws ProblemException {@code FAILED} (code {@code unreadable_message}) when this
	 * is no such message
	 */
	public static WorkRequested read(byte[] json) {
		JsonNode tree = tree(json);
		JsonNode version = tree.path("version");
		JsonNode jobId = tree.path("job_id");
		JsonNode attempt = tree.path("attempt");
		if (!version.isInt() || !jobId.isString() || jobId.stringValue().isBlank() || !attempt.isInt()) {
			throw unreadable();
		}
		return new WorkRequested(version.intValue(), jobId.stringValue(), attempt.intValue());
	}

	private static JsonNode tree(byte[] json) {
		try {
			return JSON.readTree(json);
		}
		catch (JacksonException ex) {
			throw unreadable().causedBy(ex);
		}
	}

	private static ProblemException unreadable() {
		return new ProblemException(ErrorCode.UNREADABLE_MESSAGE,
				"The message is no JSON object with version, job_id and attempt");
	}

	/** Whether all it says is known here. */
	public boolean understood() {
		return this.version == VERSION;
	}

	/** The body of the message. */
	public byte[] json() {
		return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
	}

}
