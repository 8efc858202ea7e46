package io.exoscout.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds bodies that are no form. Forms have a limit of their own, kept by the container;
 * it is that of tables sent as they are, too, because they go to disk and may be much
 * larger than JSON, which is held in memory: one by one, and in all.
 */
class BodyLimitFilter extends OncePerRequestFilter {

	private final DataSize limit;

	private final DataSize tables;

	private final BodyRoom room;

	private final ProblemWriter problems;

	BodyLimitFilter(DataSize limit, DataSize tables, BodyRoom room, ProblemWriter problems) {
		this.limit = limit;
		this.tables = tables;
		this.room = room;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return isOf(request, "multipart/form-data");
	}

	private static boolean isOf(HttpServletRequest request, String wanted) {
		String type = request.getContentType();
		return type != null && type.trim().toLowerCase(Locale.ROOT).startsWith(wanted);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean table = isOf(request, "text/csv");
		long most = table ? this.tables.toBytes() : Math.min(this.limit.toBytes(), this.room.most());
		ErrorCode code = table ? ErrorCode.UPLOAD_TOO_LARGE : ErrorCode.BODY_TOO_LARGE;
		if (request.getContentLengthLong() > most) {
			this.problems.write(request, response, tooLarge(code, most));
			return;
		}
		try (BodyRoom.Share share = this.room.share(request)) {
			chain.doFilter(new Bounded(request, most, code, table ? (bytes) -> {
			} : share::take), response);
		}
	}

	private static ProblemException tooLarge(ErrorCode code, long most) {
		return new ProblemException(code, "The body is larger than the %d bytes that are accepted.".formatted(most));
	}

	/** A request whose body is counted as it is read. */
	private static final class Bounded extends HttpServletRequestWrapper {

		private final long most;

		private final ErrorCode code;

		private final LongConsumer count;

		Bounded(HttpServletRequest request, long most, ErrorCode code, LongConsumer count) {
			super(request);
			this.most = most;
			this.code = code;
			this.count = count;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new BoundedInputStream(super.getInputStream(), this.most, this.count,
					() -> tooLarge(this.code, this.most));
		}

		@Override
		public BufferedReader getReader() throws IOException {
			String encoding = getCharacterEncoding();
			Charset charset = (encoding != null) ? Charset.forName(encoding) : StandardCharsets.UTF_8;
			return new BufferedReader(new InputStreamReader(getInputStream(), charset));
		}

	}

	/** Counts what is read and fails beyond a limit. */
	private static final class BoundedInputStream extends ServletInputStream {

		private final ServletInputStream body;

		private final Supplier<ProblemException> tooLarge;

		private final LongConsumer count;

		private long left;

		/**
		 * Counts a body.
		 * @param body its bytes
		 * @param limit how many there may be
		 * @param count hears how many more were read; may refuse them
		 * @param tooLarge what is said beyond the limit
		 */
		BoundedInputStream(ServletInputStream body, long limit, LongConsumer count,
				Supplier<ProblemException> tooLarge) {
			this.body = body;
			this.left = limit;
			this.count = count;
			this.tooLarge = tooLarge;
		}

		@Override
		public int read() throws IOException {
			int next = this.body.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = this.body.read(buffer, offset, length);
			count(Math.max(count, 0));
			return count;
		}

		private void count(int bytes) {
			this.left -= bytes;
			if (this.left < 0) {
				throw this.tooLarge.get();
			}
			this.count.accept(bytes);
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
