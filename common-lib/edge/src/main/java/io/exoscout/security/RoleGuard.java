package io.exoscout.security;

import java.util.function.Supplier;

import io.exoscout.caller.Caller;
import io.exoscout.caller.RouteRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets callers do what their role is enough for. */
final class RoleGuard implements AuthorizationManager<RequestAuthorizationContext> {

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> shown,
			RequestAuthorizationContext context) {
		Authentication caller = shown.get();
		return new AuthorizationDecision(
				caller != null && Caller.of(caller).role().includes(RouteRoles.needed(context.getRequest())));
	}

}
