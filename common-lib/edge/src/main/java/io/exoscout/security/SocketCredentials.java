package io.exoscout.security;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * What the first message of a WebSocket may hold instead of headers, which browsers can
 * not send along. An address is no place for it: addresses end up in logs.
 */
public final class SocketCredentials {

	/** Where sockets are opened by whoever wants to, and nothing is said before that. */
	public static final String PATH = "/ws/*";

	private final boolean needed;

	private final @Nullable ApiKeys keys;

	private final @Nullable JwtDecoder tokens;

	SocketCredentials(SecuritySettings settings) {
		this.needed = settings.asksForCredentials();
		this.keys = settings.hasKeys() ? new ApiKeys(settings.apiKeys()) : null;
		this.tokens = settings.hasIssuer() ? BearerTokens.decoder(settings) : null;
	}

	/** Whether callers have to say who they are. */
	public boolean needed() {
		return this.needed;
	}

	/** Whether this is one of the keys. */
	public boolean isKey(String key) {
		return this.keys != null && this.keys.find(key).isPresent();
	}

	/** Whether this is a token of the issuer. */
	public boolean isToken(String token) {
		if (this.tokens == null) {
			return false;
		}
		try {
			this.tokens.decode(token);
			return true;
		}
		catch (JwtException ex) {
			return false;
		}
	}

}
