package io.exoscout.web;

import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * Knows where a parameter belongs that somebody sent to the wrong place: each service may
 * declare beans of this type.
 */
@FunctionalInterface
public interface ParameterHint {

	/**
	 * Says what to do instead.
	 * @param called what was called
	 * @param name the parameter that it does not have
	 * @return a sentence, or {@code null} if nothing is known of such a parameter
	 */
	@Nullable String of(HandlerMethod called, String name);

}
