package io.exoscout.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.exoscout.caller.CallerAuthentication;
import io.exoscout.caller.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who a token speaks for: its subject, under a name that no key can have, with the
 * highest of the roles that it lists.
 */
record TokenCaller(SecuritySettings settings) implements Converter<Jwt, CallerAuthentication> {

	/** What stands before the subject. */
	static final String PREFIX = "token:";

	/**
	 * What roles are called among the scopes of a token, where those of others are too.
	 */
	private static final String SCOPED = "exoscout:";

	private static final String SCOPE = "scope";

	@Override
	public CallerAuthentication convert(Jwt token) {
		Instant end = token.getExpiresAt();
		return new CallerAuthentication(PREFIX + token.getSubject(), role(token),
				() -> end != null && Instant.now().isBefore(end));
	}

	private Role role(Jwt token) {
		Stream<String> listed = words(claim(token.getClaims(), this.settings.rolesClaim()));
		Stream<String> scopes = words(token.getClaims().get(SCOPE)).filter((scope) -> scope.startsWith(SCOPED));
		return Stream.concat(listed, scopes)
			.map((word) -> word.startsWith(SCOPED) ? word.substring(SCOPED.length()) : word)
			.map(Role::of)
			.flatMap(Optional::stream)
			.max(Comparator.naturalOrder())
			.orElse(this.settings.tokenRole());
	}

	/** A claim of this very name, or one within others. */
	private static @Nullable Object claim(Map<?, ?> claims, String name) {
		if (claims.containsKey(name)) {
			return claims.get(name);
		}
		int dot = name.indexOf('.');
		return (dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner)
				? claim(inner, name.substring(dot + 1)) : null;
	}

	/** A list, or words with blanks between, as the claim {@code scope} has them. */
	private static Stream<String> words(@Nullable Object claim) {
		if (claim instanceof Collection<?> list) {
			return list.stream().filter(String.class::isInstance).map(String.class::cast);
		}
		return (claim instanceof String text) ? Arrays.stream(text.split(" ")) : Stream.empty();
	}

}
