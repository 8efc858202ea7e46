package io.exoscout.problem;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns whatever controllers and the framework around them throw into a {@link Problem}.
 * What is our fault is logged in full, and told to the caller in general terms only.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	/** Tells the filter that the answer to a request was cut short. */
	static final String CUT_SHORT = ProblemAdvice.class.getName() + ".cutShort";

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	@ExceptionHandler(Exception.class)
	@Nullable ResponseEntity<Object> handleAny(Exception exception, WebRequest request) {
		return respond(exception, new HttpHeaders(), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception exception, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return respond(exception, headers, request);
	}

	private @Nullable ResponseEntity<Object> respond(Exception exception, HttpHeaders headers, WebRequest webRequest) {
		// a problem of ours may have the end of a file as its cause, which is no end of a
		// connection
		boolean gone = !(exception instanceof ProblemException)
				&& DisconnectedClientHelper.isClientDisconnectedException(exception);
		ServletWebRequest exchange = (ServletWebRequest) webRequest;
		HttpServletRequest request = exchange.getRequest();
		if (gone || (exchange.getResponse() != null && exchange.getResponse().isCommitted())) {
			request.setAttribute(Problem.CUT_SHORT, true);
		}
		if (exchange.getResponse() != null && exchange.getResponse().isCommitted()) {
			log.atLevel(gone ? Level.DEBUG : Level.WARN).setCause(exception).log("Failed after the answer had begun");
			request.setAttribute(CUT_SHORT, true);
			return null;
		}
		if (gone) {
			log.debug("The client went away: {}", exception.toString());
			return null;
		}
		Problem problem = placed(ProblemTranslation.of(exception), exception, request).metBy(request);
		report(problem, exception);
		if (exchange.getResponse() != null && VotableProblems.wanted(request)) {
			return write(problem, headers, exchange.getResponse());
		}
		HttpHeaders all = HttpHeaders.copyOf(headers);
		// set here so that no Accept header can turn the problem into a bare 406
		all.setContentType(Problem.MEDIA_TYPE);
		problem.headers().forEach(all::set);
		return ResponseEntity.status(problem.status()).headers(all).body(problem);
	}

	/** No converter knows this form. */
	private static @Nullable ResponseEntity<Object> write(Problem problem, HttpHeaders headers,
			HttpServletResponse response) {
		response.setStatus(problem.status());
		headers.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		problem.headers().forEach(response::setHeader);
		response.setContentType(VotableProblems.MEDIA_TYPE.toString());
		try {
			response.getOutputStream().write(VotableProblems.of(problem));
		}
		catch (IOException gone) {
			log.debug("The client went away: {}", gone.toString());
		}
		return null;
	}

	/** A member that the body does not have may be a parameter. */
	private static Problem placed(Problem problem, Exception exception, HttpServletRequest request) {
		if (exception instanceof HttpMessageNotReadableException
				&& exception.getCause() instanceof UnrecognizedPropertyException unknown
				&& request.getAttribute(Problem.PARAMETERS) instanceof Set<?> parameters
				&& parameters.contains(unknown.getPropertyName())) {
			return problem.adding("It is a parameter of the query: ?%s=….".formatted(unknown.getPropertyName()));
		}
		return problem;
	}

	/** Logs what is our fault, in full, or a dependency's, in one line. */
	static void report(Problem problem, Throwable exception) {
		if (problem.status() == ProblemKind.UNAVAILABLE.status()) {
			log.warn("Answered {} to {}: {}", problem.code().id(), problem.instance(), exception.toString());
		}
		else if (problem.status() >= 500) {
			log.error("Answered {} to {}", problem.code().id(), problem.instance(), exception);
		}
	}

}
