package io.exoscout.security;

import java.security.Principal;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.exoscout.caller.CallerAuthentication;
import io.exoscout.caller.NamedKey;
import io.exoscout.caller.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Who listens to an answer that goes on and on, and whether what he has shown still
 * counts: a key that is revoked, or a token that has run out, ends it. The first message
 * of a WebSocket may hold either instead of headers, which browsers can not send along.
 * An address is no place for it: addresses end up in logs.
 */
public final class SocketCredentials {

	/** Where sockets are opened by whoever wants to, and nothing is said before that. */
	public static final String PATH = "/ws/*";

	private final SecuritySettings settings;

	private final KeyRing keys;

	private final @Nullable JwtDecoder tokens;

	SocketCredentials(SecuritySettings settings, KeyRing keys) {
		this.settings = settings;
		this.keys = keys;
		this.tokens = settings.hasIssuer() ? BearerTokens.decoder(settings) : null;
	}

	/** Whether callers have to say who they are. */
	public boolean needed() {
		return this.settings.hasIssuer() || this.keys.isUsed();
	}

	/**
	 * Whether a request, by what it has shown, may be listened to.
	 * @param caller who has sent it; {@code null} for whoever has shown nothing
	 * @return whether that still holds, to be asked now and then; empty if it never did
	 */
	public Optional<BooleanSupplier> of(@Nullable Principal caller) {
		if (caller instanceof CallerAuthentication known) {
			return known.getAuthorities().contains(Role.NONE.authority()) ? Optional.empty()
					: Optional.of(known::holds);
		}
		return needed() ? Optional.empty() : Optional.of(() -> !needed());
	}

	/** The same of a key. */
	public Optional<BooleanSupplier> ofKey(String shown) {
		Optional<NamedKey> key = this.keys.find(shown);
		return key.map((one) -> () -> this.keys.has(one));
	}

	/** The same of a token of the issuer. */
	public Optional<BooleanSupplier> ofToken(String token) {
		if (this.tokens == null) {
			return Optional.empty();
		}
		try {
			return of(new TokenCaller(this.settings).convert(this.tokens.decode(token)));
		}
		catch (JwtException ex) {
			return Optional.empty();
		}
	}

}
