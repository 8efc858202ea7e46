package io.exoscout.web;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.Problem;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Refuses what a method of a controller does not take: parameters it does not declare, in
 * the query or in a form, the same one twice, a file where a text is expected, a body
 * where there is none. A typo must not train the wrong model. What the API documents do
 * not show (pages, Swagger UI, actuator) is left alone.
 */
class StrictParameters implements HandlerInterceptor {

	private static final String OURS = "io.exoscout.";

	/** As many are named; a request may have a thousand. */
	private static final int NAMED = 5;

	/** Of methods that are not ours nothing. */
	private final Map<Method, Optional<DeclaredParameters>> declared = new ConcurrentHashMap<>();

	private final List<ParameterHint> hints;

	StrictParameters(List<ParameterHint> hints) {
		this.hints = hints;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// the page of an error is not what was called
		if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
			declared(method).ifPresent((declared) -> {
				request.setAttribute(Problem.PARAMETERS, declared.names());
				check(request, method, declared);
			});
		}
		return true;
	}

	private Optional<DeclaredParameters> declared(HandlerMethod method) {
		Optional<DeclaredParameters> known = this.declared.get(method.getMethod());
		return (known != null) ? known : this.declared.computeIfAbsent(method.getMethod(),
				(anew) -> isOurs(method) ? Optional.of(DeclaredParameters.of(method)) : Optional.empty());
	}

	private static boolean isOurs(HandlerMethod method) {
		Class<?> controller = method.getBeanType();
		return controller.getName().startsWith(OURS) && !AnnotatedElementUtils.hasAnnotation(controller, Hidden.class);
	}

	private void check(HttpServletRequest request, HandlerMethod method, DeclaredParameters declared) {
		Map<String, Sent> sent = sent(request);
		List<String> unknown = sent.keySet().stream().filter((name) -> !declared.has(name)).limit(NAMED).toList();
		if (!unknown.isEmpty()) {
			throw unknown(unknown, method, declared);
		}
		sent.forEach((name, times) -> {
			if (times.texts() + times.files() > 1 && !declared.several().contains(name)) {
				String detail = "Parameter '%s' was sent %d times; send it once.".formatted(name,
						times.texts() + times.files());
				throw new ProblemException(ErrorCode.REPEATED_PARAMETER, detail, InputError.field(name, detail));
			}
			if (times.files() > 0 && declared.texts().contains(name)) {
				throw ProblemException.invalidParameter(name,
						"Parameter '%s' was sent as a file; send it as text, that is without a file name (with curl: -F '%s=<file')."
							.formatted(name, name));
			}
		});
		if (declared.bodied()) {
			requireOneType(request);
		}
		else {
			NoBody.require(request);
		}
	}

	/** Nothing can be read of a body that may be anything. */
	private static void requireOneType(HttpServletRequest request) {
		String type = request.getContentType();
		if (type != null && type.split(";", 2)[0].indexOf('*') >= 0) {
			throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
					"The content type is '%s'; say of which type the body is.".formatted(Quoted.shortened(type)));
		}
	}

	/**
	 * How often a parameter was sent.
	 *
	 * @param texts in the query or in a form
	 * @param files as a part that is a file
	 */
	private record Sent(int texts, int files) {
	}

	/** Parsed by the container already, the parts of a form among them. */
	private static Map<String, Sent> sent(HttpServletRequest request) {
		Map<String, Sent> sent = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> sent.put(name, new Sent(values.length, 0)));
		MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
		if (form != null) {
			form.getMultiFileMap()
				.forEach((name, files) -> sent.merge(name, new Sent(0, files.size()),
						(texts, parts) -> new Sent(texts.texts(), parts.files())));
		}
		return sent;
	}

	private ProblemException unknown(List<String> names, HandlerMethod method, DeclaredParameters declared) {
		List<InputError> errors = names.stream()
			.map((name) -> InputError.field(Quoted.shortened(name), sentence(name, method, declared)))
			.toList();
		String accepted = declared.names().isEmpty() ? "This address takes no parameters."
				: "Accepted here: %s.".formatted(String.join(", ", declared.names()));
		return new ProblemException(ErrorCode.UNKNOWN_PARAMETER,
				String.join(" ", errors.stream().map(InputError::message).toList()) + " " + accepted, errors);
	}

	private String sentence(String name, HandlerMethod method, DeclaredParameters declared) {
		String unknown = "There is no parameter '%s' here.".formatted(Quoted.shortened(name));
		return this.hints.stream()
			.map((hint) -> hint.of(method, name))
			.filter(Objects::nonNull)
			.findFirst()
			.map((hint) -> unknown + " " + hint)
			.orElseGet(() -> NearestName.of(name, declared.names())
				.map((near) -> "%s Did you mean '%s'?".formatted(unknown, near))
				.orElse(unknown));
	}

}
