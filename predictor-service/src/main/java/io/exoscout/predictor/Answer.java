package io.exoscout.predictor;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a caller wants to be answered, and the way there.
 *
 * @param format of the predictions
 * @param explained features to name in each explanation
 * @param response nothing is written to it before {@link #start}
 */
record Answer(PredictionFormat format, int explained, HttpServletResponse response) {

	/** Says in every format whether other objects of the table may be missing. */
	static final String PARTIAL_TABLE = "X-Partial-Table";

	PredictionWriter start(PredictionHeader header, JsonMapper json) throws IOException {
		this.response.setContentType(this.format.mediaType().toString());
		if (header.context() != null) {
			this.response.setHeader(PARTIAL_TABLE, Boolean.toString(header.context().partial()));
		}
		return this.format.open(header, this.response.getOutputStream(), json);
	}

}
