package io.exoscout.security;

import java.util.List;

import io.exoscout.caller.Role;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call.
 *
 * @param mode {@code guarded}: a service that can be reached from elsewhere than this
 * machine starts only with keys or an issuer; {@code open}: it starts without, and
 * everybody may do everything
 * @param apiKeys keys, one of which callers send as {@code X-API-Key} or as
 * {@code Authorization: ApiKey}; at least 16 printable ASCII characters each, without
 * blanks
 * @param keys keys by name, as digests, each with its role; as one text
 * {@code name:role:sha256,…}
 * @param keyFile a file of more keys, made by the command {@code keys}, which is read
 * anew when it changes; blank for none
 * @param issuer address of an OpenID Connect issuer whose tokens are accepted; blank for
 * none
 * @param audience what the {@code aud} claim of a token must contain; blank to accept any
 * token of the issuer
 * @param rolesClaim the claim of a token that lists its roles, or the way to it through
 * claims within claims, with dots between
 * @param tokenRole the role of a token that names none
 * @param allowedHosts names, besides loopback ones, that a {@code Host} header may carry
 * while the service listens on loopback; for a proxy on the same machine
 * @param wrongKeysPerMinute how many wrong keys or tokens an address may show in a
 * minute; then no new one is looked at for a while
 */
@Validated
@ConfigurationProperties("exoscout.security")
public record SecuritySettings(@DefaultValue("guarded") Mode mode, @DefaultValue List<String> apiKeys,
		@DefaultValue List<Key> keys, @Nullable String keyFile, @Nullable String issuer, @Nullable String audience,
		@DefaultValue("roles") String rolesClaim, @DefaultValue("reader") Role tokenRole,
		@DefaultValue List<String> allowedHosts, @DefaultValue("30") @Min(1) int wrongKeysPerMinute) {

	/** Whether a service may be reached by anybody. */
	enum Mode {

		GUARDED, OPEN

	}

	/**
	 * A key.
	 *
	 * @param name what whoever shows it is called
	 * @param sha256 hex digest of the key
	 * @param role how much he may do
	 */
	record Key(@Nullable String name, @Nullable String sha256, @Nullable Role role) {

		private static final int WORDS = 3;

		/**
		 * As one variable of the environment has it among others,
		 * {@code name:role:sha256}. What is wrong with it is said later, where it is not
		 * shown: it might be a key.
		 */
		public static Key of(String text) {
			String[] words = text.strip().split(":");
			return (words.length == WORDS) ? new Key(words[0], words[2], Role.of(words[1]).orElse(null))
					: new Key(null, null, null);
		}

		@Override
		public String toString() {
			return "Key[name=%s, role=%s]".formatted(this.name, this.role);
		}

	}

	boolean hasIssuer() {
		return StringUtils.hasText(this.issuer);
	}

	/** Without the keys: settings end up in logs. */
	@Override
	public String toString() {
		return "SecuritySettings[mode=%s, %d keys, keyFile=%s, issuer=%s, audience=%s, allowedHosts=%s]".formatted(
				this.mode, this.apiKeys.size() + this.keys.size(), this.keyFile, this.issuer, this.audience,
				this.allowedHosts);
	}

}
