package io.exoscout.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Sees who asked for what, once it is answered. */
@FunctionalInterface
public interface RequestWitness {

	/**
	 * A request of somebody who has said who he is, or of whom nobody asked it, was
	 * answered or refused; never waits and never fails.
	 * @param failure what came out instead of an answer, which is given further outside;
	 * {@code null} if there is an answer
	 */
	void answered(HttpServletRequest request, HttpServletResponse response, Caller caller, @Nullable Throwable failure);

}
