package io.exoscout.caller;

import java.util.List;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Tests that have somebody do something. */
public final class Callers {

	private Callers() {
	}

	/** What somebody does. */
	@FunctionalInterface
	public interface Deed<T, E extends Exception> {

		T done() throws E;

	}

	/** Does something as an analyst of a name. */
	public static <T, E extends Exception> T analyst(String name, Deed<T, E> deed) throws E {
		return as(name, Role.ANALYST, deed);
	}

	/** Does something as a caller of a name and role. */
	public static <T, E extends Exception> T as(String name, Role role, Deed<T, E> deed) throws E {
		SecurityContextHolder
			.setContext(new SecurityContextImpl(new TestingAuthenticationToken(name, "", List.of(role.authority()))));
		try {
			return deed.done();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
