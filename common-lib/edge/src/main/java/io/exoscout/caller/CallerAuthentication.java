package io.exoscout.caller;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * That somebody has shown a key or a token, without either: they must not reach a log.
 */
public final class CallerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1;

	private final String name;

	private final transient BooleanSupplier holds;

	/**
	 * What the filters have found out.
	 * @param name who it is
	 * @param role how much he may do
	 * @param holds whether what he has shown still counts
	 */
	public CallerAuthentication(String name, Role role, BooleanSupplier holds) {
		super(List.of(role.authority()));
		this.name = name;
		this.holds = holds;
		setAuthenticated(true);
	}

	/** Whether what he has shown still counts: for answers that go on and on. */
	public boolean holds() {
		return this.holds.getAsBoolean();
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Object getPrincipal() {
		return this.name;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

}
