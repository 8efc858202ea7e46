package io.exoscout.security;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.exoscout.health.HealthProbe;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that the issuer signs with, as it told them last. It is asked by one thread at
 * a time, and not more often than every few seconds, whatever tokens come: forged ones
 * that name unknown keys reach nobody but us, and whoever has a right one by a key that
 * is new is told to come again. An issuer that hangs holds few callers for a few seconds.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

	/** After this time it is asked anew. */
	private static final Duration FRESH = Duration.ofMinutes(5);

	/** For so long its keys are believed when it can not be reached. */
	private static final Duration BELIEVED = Duration.ofHours(1);

	/** It is not asked again sooner, for an unknown key or after a failure. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	/** How long a caller waits for its answer. */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private static final int TIMEOUT = 3000;

	private static final int MOST_BYTES = 1 << 20;

	/** So many callers wait for it at once; others are told to come again. */
	private static final int WAITING = 8;

	private final String issuer;

	private final HealthProbe<JWKSet> question;

	private final Semaphore waiting = new Semaphore(WAITING);

	private final DefaultResourceRetriever http = new DefaultResourceRetriever(TIMEOUT, TIMEOUT, MOST_BYTES);

	private volatile @Nullable Told told;

	private volatile long asked = System.nanoTime() - PAUSE.toNanos();

	IssuerKeys(String issuer) {
		this.issuer = issuer;
		this.question = new HealthProbe<>("keys of the issuer", this::ask, Executors.newSingleThreadExecutor((task) -> {
			Thread thread = new Thread(task, "issuer");
			thread.setDaemon(true);
			return thread;
		}));
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		long began = System.nanoTime();
		Told known = this.told;
		if (known == null || known.isOlderThan(FRESH)) {
			known = askedNow(known);
		}
		List<JWK> found = selector.select(known.keys());
		if (!found.isEmpty()) {
			return found;
		}
		// it may have a new one
		Told now = askedNow(known);
		if (now.at() - began < 0) {
			throw new RemoteKeySourceException("The issuer could not be asked for a key that it has not told of", null);
		}
		return selector.select(now.keys());
	}

	/** What it tells now, or has told before if it need not, or can not, be asked. */
	private Told askedNow(@Nullable Told known) throws RemoteKeySourceException {
		if (System.nanoTime() - this.asked >= PAUSE.toNanos() && this.waiting.tryAcquire()) {
			try {
				this.question.ask(PATIENCE);
			}
			finally {
				// only now: whoever comes meanwhile may wait, too
				this.asked = System.nanoTime();
				this.waiting.release();
			}
		}
		Told now = this.told;
		if (now == null || now.isOlderThan(BELIEVED)) {
			throw new RemoteKeySourceException("The issuer has not told its keys", null);
		}
		return (known != null && known.at() > now.at()) ? known : now;
	}

	private JWKSet ask() {
		try {
			JWKSet keys = JWKSet.parse(this.http.retrieveResource(URI.create(keysAddress()).toURL()).getContent());
			this.told = new Told(keys, System.nanoTime());
			return keys;
		}
		catch (IOException | ParseException | IllegalArgumentException ex) {
			log.warn("The issuer {} does not tell its keys: {}", this.issuer, ex.toString());
			throw new IllegalStateException(ex);
		}
	}

	/** Where its keys are, by its OpenID or OAuth metadata (RFC 8414). */
	private String keysAddress() throws IOException, ParseException {
		URI base = URI.create(this.issuer);
		String path = (base.getPath() != null) ? base.getPath().replaceFirst("/$", "") : "";
		String host = base.getScheme() + "://" + base.getRawAuthority();
		IOException failure = new IOException("It has no metadata");
		for (String address : List.of(host + path + "/.well-known/openid-configuration",
				host + "/.well-known/openid-configuration" + path,
				host + "/.well-known/oauth-authorization-server" + path)) {
			try {
				var metadata = JSONObjectUtils
					.parse(this.http.retrieveResource(URI.create(address).toURL()).getContent());
				if (!this.issuer.equals(metadata.get("issuer"))) {
					throw new IllegalArgumentException("It calls itself " + metadata.get("issuer"));
				}
				return String.valueOf(metadata.get("jwks_uri"));
			}
			catch (IOException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	/**
	 * An answer of the issuer.
	 *
	 * @param keys its keys
	 * @param at when it told them
	 */
	private record Told(JWKSet keys, long at) {

		boolean isOlderThan(Duration age) {
			return System.nanoTime() - this.at > age.toNanos();
		}

	}

}
