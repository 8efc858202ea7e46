package io.exoscout.security;

import java.util.List;

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
 * @param issuer address of an OpenID Connect issuer whose tokens are accepted; blank for
 * none
 * @param audience what the {@code aud} claim of a token must contain; blank to accept any
 * token of the issuer
 * @param allowedHosts names, besides loopback ones, that a {@code Host} header may carry
 * while the service listens on loopback; for a proxy on the same machine
 * @param wrongKeysPerMinute how many wrong keys or tokens an address may show in a
 * minute; then no new key is looked at for a while
 */
@Validated
@ConfigurationProperties("exoscout.security")
public record SecuritySettings(@DefaultValue("guarded") Mode mode, @DefaultValue List<String> apiKeys,
		@Nullable String issuer, @Nullable String audience, @DefaultValue List<String> allowedHosts,
		@DefaultValue("30") @Min(1) int wrongKeysPerMinute) {

	/** Whether a service may be reached by anybody. */
	enum Mode {

		GUARDED, OPEN

	}

	boolean hasKeys() {
		return !this.apiKeys.isEmpty();
	}

	boolean hasIssuer() {
		return StringUtils.hasText(this.issuer);
	}

	/** Whether callers have to say who they are. */
	boolean asksForCredentials() {
		return hasKeys() || hasIssuer();
	}

	/** Without the keys: settings end up in logs. */
	@Override
	public String toString() {
		return "SecuritySettings[mode=%s, %d keys, issuer=%s, audience=%s, allowedHosts=%s]".formatted(this.mode,
				this.apiKeys.size(), this.issuer, this.audience, this.allowedHosts);
	}

}
