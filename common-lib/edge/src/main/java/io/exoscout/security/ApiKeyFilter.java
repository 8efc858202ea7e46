package io.exoscout.security;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

import io.exoscout.caller.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever shows one of the keys; refuses at once whoever shows another one. */
class ApiKeyFilter extends OncePerRequestFilter {

	static final String HEADER = "X-API-Key";

	/** For callers that know no header but {@code Authorization}, such as Prometheus. */
	private static final String SCHEME = "ApiKey ";

	private final ApiKeys keys;

	private final Attempts attempts;

	private final AuthenticationEntryPoint refusal;

	ApiKeyFilter(ApiKeys keys, Attempts attempts, AuthenticationEntryPoint refusal) {
		this.keys = keys;
		this.attempts = attempts;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String shown = shown(request);
		if (shown == null) {
			chain.doFilter(request, response);
			return;
		}
		OptionalInt key = this.keys.find(shown);
		if (key.isEmpty() || !isBelieved(request.getRemoteAddr(), key.getAsInt())) {
			this.refusal.commence(request, response, new BadCredentialsException("Unknown API key"));
			return;
		}
		// named by its place in the list: the key itself must not reach a log
		SecurityContextHolder.setContext(new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(
				"api-key-" + (key.getAsInt() + 1), "", List.of(Role.ADMIN.authority()))));
		chain.doFilter(request, response);
	}

	private boolean isBelieved(String address, int key) {
		if (this.attempts.wasRight(address, key)) {
			return true;
		}
		if (this.attempts.isBarred(address)) {
			return false;
		}
		this.attempts.right(address, key);
		return true;
	}

	/** The key that a request shows, if any. */
	static @Nullable String shown(HttpServletRequest request) {
		String key = request.getHeader(HEADER);
		if (key != null) {
			return key;
		}
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		boolean ours = StringUtils.startsWithIgnoreCase(authorization, SCHEME);
		return ours ? authorization.substring(SCHEME.length()) : null;
	}

}
