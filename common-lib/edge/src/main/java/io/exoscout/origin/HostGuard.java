package io.exoscout.origin;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that reach loopback under a foreign name. A page anywhere can have its
 * own name resolve to 127.0.0.1 (DNS rebinding) and would otherwise speak to the service
 * as if it had been served by it.
 */
public final class HostGuard extends OncePerRequestFilter {

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

	private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:]*)(:\\d{0,5})?");

	private final List<String> allowed;

	private final ProblemWriter problems;

	public HostGuard(List<String> allowed, ProblemWriter problems) {
		this.allowed = allowed.stream().map((host) -> host.toLowerCase(Locale.ROOT)).toList();
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String host = request.getHeader("Host");
		// only HTTP/1.0 comes without, and no browser speaks that
		if (host == null || allows(host)) {
			chain.doFilter(request, response);
			return;
		}
		this.problems.write(request, response, new ProblemException(ErrorCode.HOST_NOT_ALLOWED,
				"This service answers to localhost only; other names are listed in exoscout.security.allowed-hosts."));
	}

	/** Whether a service on loopback goes by a name. */
	public boolean allows(String hostHeader) {
		Matcher matcher = HOST.matcher(hostHeader.toLowerCase(Locale.ROOT));
		return matcher.matches()
				&& (LOOPBACK.matcher(matcher.group(1)).matches() || this.allowed.contains(matcher.group(1)));
	}

}
