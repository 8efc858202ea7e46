package io.exoscout.problem;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * A controller that answers cone searches. What goes wrong there is told as a VOTable,
 * which tools of the Virtual Observatory show to their users, unless Accept names JSON.
 * The status stays that of the problem: an error is no empty table.
 */
public interface VotableProblems {

	/** The media type of such a table. */
	MediaType MEDIA_TYPE = new MediaType("application", "x-votable+xml");

	/** Whether a request wants its problem in this form. */
	static boolean wanted(HttpServletRequest request) {
		return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
				&& VotableProblems.class.isAssignableFrom(method.getBeanType())
				&& !namesJson(request.getHeader("Accept"));
	}

	private static boolean namesJson(@Nullable String accept) {
		try {
			return MediaType.parseMediaTypes(accept)
				.stream()
				.anyMatch((wanted) -> wanted.getQualityValue() > 0
						&& (wanted.getSubtype().equals("json") || wanted.getSubtype().endsWith("+json")));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/**
	 * A problem as the Simple Cone Search asks for it (IVOA Recommendation Simple Cone
	 * Search 1.03, section 2.3, with errata 1 and 3), and besides as newer protocols do
	 * (IVOA DALI 1.1, section 4.4).
	 */
	static byte[] of(Problem problem) {
		String detail = escaped(problem.detail());
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
				<INFO ID="Error" name="Error" value="%s"/>
				<RESOURCE type="results">
				<INFO name="QUERY_STATUS" value="ERROR">%s</INFO>
				<INFO name="code" value="%s"/>
				</RESOURCE>
				</VOTABLE>
				""".formatted(detail, detail, problem.code().id()).getBytes(StandardCharsets.UTF_8);
	}

	private static String escaped(String text) {
		StringBuilder allowed = new StringBuilder();
		// what XML has no place for, not even escaped
		text.codePoints()
			.map((c) -> ((c < ' ' && c != '\n' && c != '\t') || c >= 0xFFFE && c <= 0xFFFF
					|| Character.getType(c) == Character.SURROGATE) ? '?' : c)
			.forEach(allowed::appendCodePoint);
		return HtmlUtils.htmlEscape(allowed.toString(), "UTF-8");
	}

}
