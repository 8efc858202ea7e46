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

	PredictionWriter start(PredictionHeader header, JsonMapper json) throws IOException {
		this.response.setContentType(this.format.mediaType().toString());
		return this.format.open(header, this.response.getOutputStream(), json);
	}

}
