package io.exoscout.web;

import java.util.List;

import io.exoscout.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * How a caller wants a list.
 *
 * @param format the form
 * @param byName whether it was asked for by the parameter {@code format}, as a plain link
 * does
 */
public record WantedFormat(AnswerFormat format, boolean byName) {

	/**
	 * What a request asks for; the parameter wins.
	 * @param format the parameter {@code format}, if there is one
	 * @param accept the Accept header, if there is one
	 * @throws ProblemException {@code INVALID} or {@code NOT_ACCEPTABLE} when there is no
	 * such form
	 */
	public static WantedFormat of(@Nullable String format, @Nullable String accept) {
		return of(format, accept, List.of(AnswerFormat.values()));
	}

	/**
	 * The same of a list that comes as JSON, as lines of JSON or as CSV alone.
	 * @param format the parameter {@code format}, if there is one
	 * @param accept the Accept header, if there is one
	 * @throws ProblemException {@code INVALID} or {@code NOT_ACCEPTABLE} when there is no
	 * such form
	 */
	public static WantedFormat plain(@Nullable String format, @Nullable String accept) {
		return of(format, accept, AnswerFormat.PLAIN);
	}

	private static WantedFormat of(@Nullable String format, @Nullable String accept, List<AnswerFormat> offered) {
		return (format != null) ? new WantedFormat(AnswerFormat.of(format, offered), true)
				: new WantedFormat(AnswerFormat.accepted(accept, offered), false);
	}

	/**
	 * Says what comes; a file that was asked for by a link gets a name.
	 * @param response nothing of it is written yet
	 * @param name of the file, without what tells its format
	 */
	public void announce(HttpServletResponse response, String name) {
		response.setContentType(this.format.mediaType().toString());
		if (this.byName && this.format != AnswerFormat.JSON) {
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + "." + this.format.ending()).build().toString());
		}
	}

}
