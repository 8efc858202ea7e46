package io.exoscout.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The container's error page. It answers everybody with a problem, browsers included.
 */
@Hidden
@RestController
class ProblemController implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	@Nullable ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response) {
		if (response.isCommitted()) {
			return null; // behind half an answer a problem would be taken for more of it
		}
		Problem problem = problem(request).metBy(request);
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(Problem.MEDIA_TYPE);
		problem.headers().forEach(headers::set);
		return ResponseEntity.status(problem.status()).headers(headers).body(problem);
	}

	private static Problem problem(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		if (!(status instanceof Integer code)) {
			// asked for directly: there is no page here
			return ProblemTranslation.of(404);
		}
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable exception) {
			Problem problem = ProblemTranslation.of(exception);
			// an answer that was cut short has been told of already
			if (!(exception instanceof CloseNowException)
					&& !DisconnectedClientHelper.isClientDisconnectedException(exception)) {
				ProblemAdvice.report(problem.metBy(request), exception);
			}
			return problem;
		}
		return ProblemTranslation.of(code);
	}

}
