package io.exoscout.caller;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells of each request that somebody with a role has made. It stands behind what finds
 * out who he is, and before what refuses him. Strangers are not told of: they could fill
 * the disk with it.
 */
public final class WitnessFilter extends OncePerRequestFilter {

	private final RequestWitness witness;

	public WitnessFilter(RequestWitness witness) {
		this.witness = witness;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Caller caller = Caller.current();
		Throwable failure = null;
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException | Error ex) {
			failure = ex;
			throw ex;
		}
		finally {
			if (caller.name() != null || caller.role() != Role.NONE) {
				this.witness.answered(request, response, caller, failure);
			}
		}
	}

}
