package io.exoscout.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

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

/** An OpenID Connect issuer, as far as a resource server looks at one. */
final class Issuer implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key = newKey();

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
		return signed(this.key, uri(), audience, expires);
	}

	/** A token that says it is from here, but is signed by somebody else. */
	String forged() {
		return signed(newKey(), uri(), "exoscout", Instant.now().plusSeconds(60));
	}

	private static String signed(RSAKey key, String issuer, String audience, Instant expires) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
					new JWTClaimsSet.Builder().subject("ada")
						.issuer(issuer)
						.audience(audience)
						.expirationTime(Date.from(expires))
						.build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException exception) {
			throw new IllegalStateException(exception);
		}
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID("1").generate();
		}
		catch (JOSEException exception) {
			throw new IllegalStateException(exception);
		}
	}

	private void serve(String path, String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		this.server.createContext(path, (exchange) -> {
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
