package io.exoscout.security;

import java.util.Optional;
import java.util.Set;

import io.exoscout.caller.NamedKey;
import io.exoscout.origin.HostGuard;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;

/**
 * What can be said of a request before anything is read but its head. It decides nothing:
 * the filters do. But whoever is sure to be refused by them need not be waited for.
 */
public final class FirstGlance {

	private final Set<String> probes;

	private final @Nullable HostGuard hosts;

	private final CorsConfiguration origins;

	private final SecuritySettings settings;

	private final KeyRing keys;

	private final Attempts attempts;

	private final PublicPages pages;

	FirstGlance(Set<String> probes, @Nullable HostGuard hosts, CorsConfiguration origins, SecuritySettings settings,
			KeyRing keys, Attempts attempts, PublicPages pages) {
		this.probes = probes;
		this.hosts = hosts;
		this.origins = origins;
		this.settings = settings;
		this.keys = keys;
		this.attempts = attempts;
		this.pages = pages;
	}

	/**
	 * Whether somebody asks how the service is: that is answered whatever else goes on.
	 * @param path the path as it was asked for
	 */
	public boolean isProbe(String path) {
		return this.probes.contains(path);
	}

	/** Whether the filters are sure to refuse a request. */
	public boolean refuses(HttpServletRequest request) {
		String host = request.getHeader(HttpHeaders.HOST);
		if (this.hosts != null && host != null && !this.hosts.allows(host)) {
			return true;
		}
		if (CorsUtils.isCorsRequest(request)
				&& this.origins.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null) {
			return true;
		}
		return (this.keys.isUsed() || this.settings.hasIssuer()) && !isPublic(request.getRequestURI())
				&& !mayHaveCredentials(request);
	}

	private boolean isPublic(String path) {
		return isProbe(path) || this.pages.has(path);
	}

	/** Tokens are not looked into: that may take a while. */
	private boolean mayHaveCredentials(HttpServletRequest request) {
		String key = ApiKeyFilter.shown(request);
		if (this.keys.isUsed() && key != null) {
			Optional<NamedKey> found = this.keys.find(key);
			// whether it waits must not tell whether a key is right that is not looked at
			return found.isPresent() && (!this.attempts.isBarred(request.getRemoteAddr())
					|| this.attempts.wasRight(request.getRemoteAddr(), found.get()));
		}
		return this.settings.hasIssuer()
				&& StringUtils.startsWithIgnoreCase(request.getHeader(HttpHeaders.AUTHORIZATION), "Bearer ");
	}

}
