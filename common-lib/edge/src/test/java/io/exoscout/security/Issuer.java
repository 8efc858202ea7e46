package io.exoscout.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect issuer, as far as a resource server looks at one. */
final class Issuer implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key = newKey();

	private final AtomicInteger asked = new AtomicInteger();

	Issuer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
		serve("/.well-known/openid-configuration", """
				{"issuer":"%1$s","jwks_uri":"%1$s/jwks","subject_types_supported":["public"]}""".formatted(uri()));
		serve("/jwks", new JWKSet(this.key.toPublicJWK()).toString());
		this.server.start();
	}

	String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	String token(String audience, Instant expires) {
		return signed(this.key, uri(), audience, expires, Map.of());
	}

	/**
	 * A token with claims of its own; of the subject {@code ada} unless they say
	 * otherwise.
	 */
	String token(Map<String, ?> claims) {
		return signed(this.key, uri(), "exoscout", Instant.now().plusSeconds(60), claims);
	}

	/** A token that never ends. */
	String endless() {
		return signed(this.key, uri(), "exoscout", null, Map.of());
	}

	/** How often somebody has asked for its keys. */
	int asked() {
		return this.asked.get();
	}

	/** A token that says it is from here, but is signed by somebody else. */
	String forged() {
		return forged("1");
	}

	/** The same, by a key of another name. */
	String forged(String keyId) {
		return signed(newKey(keyId), uri(), "exoscout", Instant.now().plusSeconds(60), Map.of());
	}

	private static String signed(RSAKey key, String issuer, String audience, @Nullable Instant expires,
			Map<String, ?> claims) {
		try {
			JWTClaimsSet.Builder all = new JWTClaimsSet.Builder().subject("ada")
				.issuer(issuer)
				.audience(audience)
				.expirationTime((expires != null) ? Date.from(expires) : null);
			claims.forEach(all::claim);
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
					all.build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException exception) {
			throw new IllegalStateException(exception);
		}
	}

	private static RSAKey newKey() {
		return newKey("1");
	}

	private static RSAKey newKey(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException exception) {
			throw new IllegalStateException(exception);
		}
	}

	private void serve(String path, String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		this.server.createContext(path, (exchange) -> {
			if (path.equals("/jwks")) {
				this.asked.incrementAndGet();
			}
			exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
