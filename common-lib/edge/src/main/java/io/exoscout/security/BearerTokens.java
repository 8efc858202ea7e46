package io.exoscout.security;

import java.util.ArrayList;
import java.util.List;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.util.StringUtils;

/** Checks bearer tokens against the issuer's published keys. */
final class BearerTokens {

	private BearerTokens() {
	}

	/** A decoder that asks the issuer when the first token arrives, not at the start. */
	static JwtDecoder decoder(SecuritySettings settings) {
		String issuer = String.valueOf(settings.issuer());
		JwtDecoder lazy = new SupplierJwtDecoder(() -> {
			NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
			decoder.setJwtValidator(validator(issuer, settings));
			return decoder;
		});
		return (token) -> {
			try {
				return lazy.decode(token);
			}
			catch (JwtDecoderInitializationException unreachable) {
				// a fault of the issuer, not of the token; only this type is told apart
				// later
				throw new JwtException("The issuer can not be reached", unreachable);
			}
		};
	}

	private static OAuth2TokenValidator<Jwt> validator(String issuer, SecuritySettings settings) {
		List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
		validators.add(JwtValidators.createDefaultWithIssuer(issuer));
		if (StringUtils.hasText(settings.audience())) {
			validators.add(new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
					(audience) -> audience != null && audience.contains(settings.audience())));
		}
		return new DelegatingOAuth2TokenValidator<>(validators);
	}

}
