package io.exoscout.predictor.inference;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Reads the JSON of requests: strictly, but for numbers that JSON does not have
 * ({@code NaN}, {@code Infinity}), which Python's clients write all the same.
 */
final class InferenceReader {

	private final JsonMapper json;

	/**
	 * A reader.
	 * @param json has the limits of all JSON that is read here
	 */
	InferenceReader(JsonMapper json) {
		this.json = json.rebuild()
			.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.build();
	}

	/**
	 * Reads a request.
	 * @param body as it came
	 * @param name of the model in the address
	 * @param version of it, if there is one in the address
	 * @throws ProblemException {@code INVALID} if its parts do not fit each other, or the
	 * address
	 * @throws HttpMessageNotReadableException if its JSON is none
	 */
	InferenceRequest read(InferenceBody body, String name, @Nullable String version) {
		SentInference sent = parsed(body.json());
		requireSame("model_name", sent.modelName(), name);
		requireSame("model_version", sent.modelVersion(), version);
		return InferenceRequest.of(sent, body);
	}

	private SentInference parsed(byte[] body) {
		try {
			SentInference sent = this.json.readValue(body, SentInference.class);
			if (sent == null) {
				throw new ProblemException(ErrorCode.MALFORMED_JSON, "The body should be an object.");
			}
			return sent;
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("no request", ex, new Message(body));
		}
	}

	private static void requireSame(String member, @Nullable String sent, @Nullable String asked) {
		if (sent != null && !sent.isEmpty() && !sent.equals(asked)) {
			String detail = "The address asks for %s, but %s is '%s'; leave one of them out.".formatted(
					(asked != null) ? "'" + Quoted.shortened(asked) + "'" : "no version", member,
					Quoted.shortened(sent));
			throw new ProblemException(ErrorCode.INVALID_FIELD, detail, InputError.field(member, detail));
		}
	}

	/** Only what the framework wants to know of a body that can not be read. */
	private record Message(byte[] body) implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(this.body);
		}

		@Override
		public HttpHeaders getHeaders() {
			return HttpHeaders.EMPTY;
		}

	}

}
