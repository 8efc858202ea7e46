package io.exoscout.disk;

import java.io.IOException;
import java.util.Locale;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies for which there is no room before they come in: a table that fills the
 * disk half-way takes what jobs and the database need. Small ones pass, and so does JSON:
 * those are kept in memory, and may ask for nothing that has to be stored.
 */
public class DiskFilter extends OncePerRequestFilter {

	private static final long SMALL = DataSize.ofKilobytes(64).toBytes();

	/** For so much of a body that does not say how long it is: the store asks again. */
	private static final long UNTOLD = DataSize.ofMegabytes(16).toBytes();

	/**
	 * What no disk could hold is refused for its length, by those who know how much is
	 * accepted.
	 */
	private static final long ABSURD = DataSize.ofTerabytes(1).toBytes();

	private final DiskRoom room;

	private final ProblemWriter problems;

	public DiskFilter(DiskRoom room, ProblemWriter problems) {
		this.room = room;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		long length = length(request);
		return length <= SMALL || length > ABSURD || isJson(request.getContentType());
	}

	private static boolean isJson(@Nullable String type) {
		return type != null && type.trim().toLowerCase(Locale.ROOT).startsWith("application/json");
	}

	private static long length(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) ? UNTOLD : request.getContentLengthLong();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		DiskRoom.Promised promise;
		try {
			promise = this.room.promise(length(request));
		}
		catch (ProblemException full) {
			this.problems.write(request, response, full);
			return;
		}
		try (promise) {
			chain.doFilter(request, response);
		}
	}

}
