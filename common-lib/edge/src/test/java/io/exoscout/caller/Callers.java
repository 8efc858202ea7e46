package io.exoscout.caller;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Tests that have somebody do something. */
public final class Callers {

	private Callers() {
	}

	/** Does something as an analyst of a name. */
	public static <T> T analyst(String name, Supplier<T> deed) {
		return as(name, Role.ANALYST, deed);
	}

	/** Does something as a caller of a name and role. */
	public static <T> T as(String name, Role role, Supplier<T> deed) {
		SecurityContextHolder
			.setContext(new SecurityContextImpl(new TestingAuthenticationToken(name, "", List.of(role.authority()))));
		try {
			return deed.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
