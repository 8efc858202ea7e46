package io.exoscout.security;

import java.io.IOException;

import io.exoscout.caller.Caller;
import io.exoscout.caller.Role;
import io.exoscout.caller.RouteRoles;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says no, and what would be accepted, without saying how close the caller came. */
record AccessRefusal(SecuritySettings settings, KeyRing keys, ProblemWriter problems,
		Attempts attempts) implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

	private static final Logger log = LoggerFactory.getLogger(AccessRefusal.class);

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		commence(request, response, exception);
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		if (exception instanceof AuthenticationServiceException) {
			log.debug("A token could not be checked", exception);
			this.problems.write(request, response, new ProblemException(ErrorCode.ISSUER_UNAVAILABLE,
					"The token can not be checked now, because its issuer can not be reached; try again."));
			return;
		}
		boolean badToken = exception instanceof OAuth2AuthenticationException;
		if (badToken || exception instanceof BadCredentialsException) {
			if (this.attempts.isBarred(request.getRemoteAddr())) {
				this.problems.write(request, response, new ProblemException(ErrorCode.TOO_MANY_FAILURES,
						"Too many wrong keys or tokens came from this address; no new one is looked at for now."));
				return;
			}
			this.attempts.wrong(request.getRemoteAddr());
		}
		if (this.keys.isUsed()) {
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE,
					"ApiKey realm=\"exoscout\", header=\"" + ApiKeyFilter.HEADER + "\"");
		}
		if (this.settings.hasIssuer()) {
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE,
					"Bearer realm=\"exoscout\"" + (badToken ? ", error=\"invalid_token\"" : ""));
		}
		this.problems.write(request, response,
				new ProblemException(badToken ? ErrorCode.INVALID_TOKEN : ErrorCode.UNAUTHORIZED, accepted(badToken)));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		Role needed = RouteRoles.needed(request);
		this.problems.write(request, response, Caller.current().lacks(needed, "for this"));
	}

	private String accepted(boolean badToken) {
		String key = "a valid key in the header " + ApiKeyFilter.HEADER;
		String token = "a valid bearer token in the header Authorization";
		String accepted = !this.keys.isUsed() ? token : !this.settings.hasIssuer() ? key : key + ", or " + token;
		return (badToken ? "The bearer token is not valid, or no longer; needed is " : "Needed is ") + accepted + ".";
	}

}
