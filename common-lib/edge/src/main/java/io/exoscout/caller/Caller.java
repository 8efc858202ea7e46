package io.exoscout.caller;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks. What somebody has stored bears his name, and is changed by nobody else but an
 * admin.
 *
 * @param name what his key is called, or {@code token:} and the subject of his token;
 * {@code null} where nobody is asked who he is
 * @param role how much he may do
 */
public record Caller(@Nullable String name, Role role) {

	/** Whoever it is: where nobody is asked, and for what the program does by itself. */
	private static final Caller ANYBODY = new Caller(null, Role.ADMIN);

	/** Whose request this thread answers. */
	public static Caller current() {
		Authentication shown = SecurityContextHolder.getContext().getAuthentication();
		return (shown != null) ? of(shown) : ANYBODY;
	}

	/** Who has shown what the filters know him by. */
	public static Caller of(Authentication shown) {
		Role role = shown.getAuthorities().stream().map(Role::of).max(Comparator.naturalOrder()).orElse(Role.NONE);
		return new Caller((shown instanceof AnonymousAuthenticationToken) ? null : shown.getName(), role);
	}

	/**
	 * Whether he may change what is somebody's.
	 * @param owner whose it is; {@code null} for nobody's, which is an admin's business
	 */
	public boolean mayChange(@Nullable String owner) {
		return this.role == Role.ADMIN || (owner != null && owner.equals(this.name));
	}

}
