package io.exoscout.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.StringUtils;

/** Checks bearer tokens against the issuer's published keys. */
final class BearerTokens {

	/** As OpenID Connect has it, and without anything that does not show. */
	private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,255}");

	private BearerTokens() {
	}

	/** A decoder that asks the issuer when the first token arrives, not at the start. */
	static JwtDecoder decoder(SecuritySettings settings) {
		String issuer = String.valueOf(settings.issuer());
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSTypeVerifier((type, context) -> {
			// any: that is a matter of the claims
		});
		processor.setJWTClaimsSetVerifier((claims, context) -> {
			// by the validator below
		});
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(), new IssuerKeys(issuer)));
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
		decoder.setJwtValidator(validator(issuer, settings));
		return decoder;
	}

	/** Those with a public key; which of them a token may have, its key decides. */
	private static Set<JWSAlgorithm> algorithms() {
		Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
		algorithms.addAll(JWSAlgorithm.Family.EC);
		return algorithms;
	}

	/** What somebody has stored bears his name, which therefore has to be one. */
	private static boolean isName(@Nullable Object subject) {
		return subject instanceof String name && SUBJECT.matcher(name).matches();
	}

	private static OAuth2TokenValidator<Jwt> validator(String issuer, SecuritySettings settings) {
		List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
		validators.add(JwtValidators.createDefaultWithIssuer(issuer));
		// the default takes one without an end for one that never ends
		validators.add(new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull));
		validators.add(new JwtClaimValidator<Object>(JwtClaimNames.SUB, BearerTokens::isName));
		if (StringUtils.hasText(settings.audience())) {
			validators.add(new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
					(audience) -> audience != null && audience.contains(settings.audience())));
		}
		return new DelegatingOAuth2TokenValidator<>(validators);
	}

}
