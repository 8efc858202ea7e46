package io.exoscout.caller;

import java.util.Comparator;
import java.util.function.Supplier;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

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

	/**
	 * Does what somebody has asked for before, as his, when his request is long answered.
	 * @param name who asked; {@code null} where nobody is asked who he is
	 */
	public static <T> T inNameOf(@Nullable String name, Supplier<T> deed) {
		if (name == null) {
			return deed.get();
		}
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContextHolder
			.setContext(new SecurityContextImpl(new CallerAuthentication(name, Role.ANALYST, () -> true)));
		try {
			return deed.get();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
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

	/**
	 * Refuses whoever has too small a role.
	 * @param needed the smallest that does
	 * @param what what he wants to do, behind "to"
	 * @throws ProblemException {@code FORBIDDEN} (code {@code forbidden})
	 */
	public void require(Role needed, String what) {
		if (!this.role.includes(needed)) {
			throw lacks(needed, "to " + what);
		}
	}

	/**
	 * That his role is too small.
	 * @param needed the smallest that does
	 * @param what for what, as a sentence ends with it
	 */
	public ProblemException lacks(Role needed, String what) {
		return new ProblemException(ErrorCode.FORBIDDEN,
				"%s The role %s is needed %s.".formatted(said(), needed.id(), what));
	}

	/**
	 * Refuses whoever may not change what is somebody else's.
	 * @param owner whose it is; {@code null} for nobody's
	 * @param what what it is, as a sentence begins with it
	 * @throws ProblemException {@code FORBIDDEN} (code {@code forbidden})
	 */
	public void requireMayChange(@Nullable String owner, String what) {
		if (!mayChange(owner)) {
			throw new ProblemException(ErrorCode.FORBIDDEN,
					"%s belongs to %s; only %s may do this with it. %s".formatted(what,
							(owner != null) ? "'" + Quoted.shortened(owner) + "'" : "nobody who is known by name",
							(owner != null) ? "its owner or an admin" : "an admin", said()));
		}
	}

	/** Who he is, as he may be told. */
	private String said() {
		return (this.role == Role.NONE) ? "You are '%s', without a role.".formatted(this.name)
				: "You are '%s', with the role %s.".formatted(this.name, this.role.id());
	}

}
