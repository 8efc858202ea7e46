package io.exoscout.predictor.audit;

import io.exoscout.model.ModelCard;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What becomes known of a request for predictions while it is answered. */
public final class AuditedRequest {

	private static final String ATTRIBUTE = AuditedRequest.class.getName();

	private @Nullable ModelCard model;

	private @Nullable String tableSha256;

	private @Nullable Long rows;

	private @Nullable String jobId;

	/**
	 * The request of this thread; where there is none, or none is recorded, something
	 * that is forgotten.
	 */
	public static AuditedRequest current() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Object found = (request != null) ? request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) : null;
		return (found instanceof AuditedRequest audited) ? audited : new AuditedRequest();
	}

	/**
	 * From here on what becomes known of a request is remembered.
	 * @return what will be known
	 */
	public static AuditedRequest begin(HttpServletRequest request) {
		AuditedRequest audited = new AuditedRequest();
		request.setAttribute(ATTRIBUTE, audited);
		return audited;
	}

	/** The model that was meant. */
	public void model(ModelCard model) {
		this.model = model;
	}

	/**
	 * What it is asked about.
	 * @param sha256 digest of the table
	 * @param rows how many it has
	 */
	public void table(String sha256, long rows) {
		this.tableSha256 = sha256;
		this.rows = rows;
	}

	/** The job it was made, or was already. */
	public void job(String jobId) {
		this.jobId = jobId;
	}

	public @Nullable String jobId() {
		return this.jobId;
	}

	public @Nullable String modelId() {
		return (this.model != null) ? this.model.modelId() : null;
	}

	public @Nullable String modelSha256() {
		return (this.model != null) ? this.model.file().sha256() : null;
	}

	public @Nullable String tableSha256() {
		return this.tableSha256;
	}

	public @Nullable Long rows() {
		return this.rows;
	}

}
