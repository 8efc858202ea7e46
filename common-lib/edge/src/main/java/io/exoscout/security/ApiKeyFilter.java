package io.exoscout.security;

import java.io.IOException;
import java.util.Optional;

import io.exoscout.caller.CallerAuthentication;
import io.exoscout.caller.NamedKey;
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
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever shows one of the keys; refuses at once whoever shows another one. */
class ApiKeyFilter extends OncePerRequestFilter {

	static final String HEADER = "X-API-Key";

	/** For callers that know no header but {@code Authorization}, such as Prometheus. */
	private static final String SCHEME = "ApiKey ";

	private final KeyRing keys;

	private final Attempts attempts;

	private final AuthenticationEntryPoint refusal;

	ApiKeyFilter(KeyRing keys, Attempts attempts, AuthenticationEntryPoint refusal) {
		this.keys = keys;
		this.attempts = attempts;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String shown = shown(request);
		if (shown == null || !this.keys.isUsed()) {
			chain.doFilter(request, response);
			return;
		}
		Optional<NamedKey> key = this.keys.find(shown);
		if (key.isEmpty() || !isBelieved(request.getRemoteAddr(), key.get())) {
			this.refusal.commence(request, response, new BadCredentialsException("Unknown API key"));
			return;
		}
		NamedKey right = key.get();
		SecurityContextHolder.setContext(new SecurityContextImpl(
				new CallerAuthentication(right.name(), right.role(), () -> this.keys.has(right))));
		chain.doFilter(request, response);
	}

	private boolean isBelieved(String address, NamedKey key) {
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
