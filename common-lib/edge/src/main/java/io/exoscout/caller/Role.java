package io.exoscout.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** How much a caller may do; each role may do all that those before it may. */
public enum Role {

	/** Sees what everybody sees without saying who he is. */
	NONE,
	/** Looks at everything, and asks models what stores nothing. */
	READER,
	/** Sends tables, and does as he likes with what is his own. */
	ANALYST,
	/** Does as he likes with everything. */
	ADMIN;

	private static final String AUTHORITY = "ROLE_EXOSCOUT_";

	/** What it is called in settings, tokens and records. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The role that is called so, but {@link #NONE}. */
	public static Optional<Role> of(String id) {
		return Arrays.stream(values()).filter((role) -> role != NONE && role.id().equals(id)).findFirst();
	}

	/** Whether it may do what needs another one. */
	public boolean includes(Role needed) {
		return compareTo(needed) >= 0;
	}

	/** As Spring Security keeps it. */
	public GrantedAuthority authority() {
		return new SimpleGrantedAuthority(AUTHORITY + name());
	}

	/** Of an authority of Spring Security's; {@link #NONE} of one that is not ours. */
	static Role of(GrantedAuthority authority) {
		return Arrays.stream(values()).filter((role) -> role.authority().equals(authority)).findFirst().orElse(NONE);
	}

}
