package io.exoscout.web;

import java.io.IOException;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * What is done with the body of a request that has no use for one: clients that always
 * send one may send nothing, or an object with nothing in it.
 */
final class NoBody {

	private static final JsonFactory JSON = new JsonFactory();

	private NoBody() {
	}

	/**
	 * Looks at the first member of a body, which is bounded ({@link BodyLimitFilter}).
	 * @throws ProblemException {@code INVALID}, naming the member, if there is one
	 */
	static void require(HttpServletRequest request) {
		String type = request.getContentType();
		if (request.getContentLengthLong() == 0 || type == null || !type.contains("json")) {
			return; // a form was looked at as parameters
		}
		try (JsonParser json = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(),
				request.getInputStream())) {
			JsonToken first = json.nextToken();
			if (first == JsonToken.START_OBJECT) {
				String member = json.nextName();
				if (member != null) {
					throw refused("There is no member '%s' here. ".formatted(Quoted.shortened(member)), member);
				}
			}
			else if (first != null) {
				throw refused("", "body");
			}
		}
		catch (IOException | JacksonException ex) {
			throw refused("", "body").causedBy(ex);
		}
	}

	private static ProblemException refused(String what, String field) {
		String detail = what + "This address takes no body; send none.";
		return new ProblemException(ErrorCode.UNKNOWN_PARAMETER, detail,
				InputError.field(Quoted.shortened(field), detail));
	}

}
