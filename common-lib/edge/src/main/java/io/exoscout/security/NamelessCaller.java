package io.exoscout.security;

import java.util.List;

import io.exoscout.caller.Role;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Who has shown nothing may do everything where nobody has to show anything, and nothing
 * elsewhere. Which of the two it is may change: with the first key.
 */
final class NamelessCaller extends AnonymousAuthenticationFilter {

	private static final String NAMELESS = "nameless";

	private final SecuritySettings settings;

	private final KeyRing keys;

	NamelessCaller(SecuritySettings settings, KeyRing keys) {
		super(NAMELESS);
		this.settings = settings;
		this.keys = keys;
	}

	@Override
	protected Authentication createAuthentication(HttpServletRequest request) {
		boolean asked = this.settings.hasIssuer() || this.keys.isUsed();
		return new AnonymousAuthenticationToken(NAMELESS, NAMELESS,
				List.of((asked ? Role.NONE : Role.ADMIN).authority()));
	}

}
