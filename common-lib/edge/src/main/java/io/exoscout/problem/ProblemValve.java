package io.exoscout.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Stands in for Tomcat's own HTML error report: requests so broken that they reach no
 * filter get a problem as well.
 */
class ProblemValve extends ErrorReportValve {

	private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

	private final ProblemWriter writer;

	ProblemValve(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable exception) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		// for a malformed request there is an exception too, but the status says more
		Throwable fault = (response.getStatus() >= 500) ? exception : null;
		Problem problem = (fault != null) ? ProblemTranslation.of(fault) : ProblemTranslation.of(response.getStatus());
		if (fault != null && !DisconnectedClientHelper.isClientDisconnectedException(fault)) {
			ProblemAdvice.report(problem.metBy(request), fault);
		}
		try {
			this.writer.writeBare(request, response, problem);
			response.finishResponse();
		}
		catch (IOException gone) {
			log.debug("The client went away: {}", gone.toString());
		}
	}

}
