package io.exoscout.problem;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springdoc.api.OpenApiResourceNotFoundException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.validation.BindException;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Puts any exception into words that a caller may read. */
final class ProblemTranslation {

	/** What the container and the framework say with a status and without a word. */
	private static final List<ErrorCode> BARE = List.of(ErrorCode.UNAUTHORIZED, ErrorCode.FORBIDDEN,
			ErrorCode.NOT_ACCEPTABLE, ErrorCode.REQUEST_TIMEOUT, ErrorCode.UNSUPPORTED_MEDIA_TYPE,
			ErrorCode.REQUESTED_RANGE_NOT_SATISFIABLE, ErrorCode.EXPECTATION_FAILED, ErrorCode.NOT_IMPLEMENTED,
			ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.HTTP_VERSION_NOT_SUPPORTED);

	private ProblemTranslation() {
	}

	static Problem of(Throwable exception) {
		return own(exception).or(() -> Outage.of(exception).map(Problem::of))
			.or(() -> input(exception))
			.or(() -> negotiation(exception))
			.or(() -> files(exception))
			.orElseGet(() -> other(exception));
	}

	/** A problem for a bare status, as the container reports it. */
	static Problem of(int status) {
		HttpStatus known = HttpStatus.resolve(status);
		if (known == null || !known.isError()) {
			return internal();
		}
		return switch (known) {
			case BAD_REQUEST -> Problem.of(ErrorCode.MALFORMED_REQUEST, "The request is not well-formed HTTP.");
			case NOT_FOUND -> Problem.of(ErrorCode.UNKNOWN_ADDRESS, "There is nothing at this address.");
			case METHOD_NOT_ALLOWED ->
				Problem.of(ErrorCode.METHOD_NOT_ALLOWED, "This address does not take requests of this method.");
			case CONTENT_TOO_LARGE ->
				Problem.of(ErrorCode.REQUEST_TOO_LARGE, "The request is larger than this service accepts.");
			case INTERNAL_SERVER_ERROR -> internal();
			default -> bare(known);
		};
	}

	private static Problem bare(HttpStatus status) {
		return BARE.stream()
			.filter((code) -> code.kind().status() == status.value())
			.findFirst()
			.map((code) -> Problem.of(code,
					"The request was answered with status %d (%s).".formatted(status.value(),
							status.getReasonPhrase())))
			.orElseGet(() -> status.is4xxClientError() ? of(HttpStatus.BAD_REQUEST.value()) : internal());
	}

	private static Problem internal() {
		return Problem.of(ErrorCode.INTERNAL_ERROR,
				"Something went wrong on our side. The log tells more under the trace_id of this answer.");
	}

	/** Ours may be wrapped, e.g. when thrown while the body is read. */
	private static Optional<Problem> own(Throwable exception) {
		for (Throwable cause = ProblemException.behind(exception); cause != null; cause = cause.getCause()) {
			if (cause instanceof ProblemException problem) {
				return Optional.of(Problem.of(problem));
			}
		}
		return Optional.empty();
	}

	private static Optional<Problem> input(Throwable exception) {
		if (exception instanceof HttpMessageNotReadableException unreadable) {
			return Optional.of(UnreadableBody.of(unreadable));
		}
		if (exception instanceof TypeMismatchException mismatch) {
			return Optional.of(InvalidInput.of(mismatch));
		}
		if (exception instanceof BindException binding) {
			return Optional.of(InvalidInput.of(binding.getBindingResult()));
		}
		if (exception instanceof HandlerMethodValidationException || exception instanceof MethodValidationException) {
			return Optional.of(InvalidInput.of((MethodValidationResult) exception));
		}
		if (exception instanceof MissingServletRequestParameterException missing) {
			return Optional.of(missing(ErrorCode.MISSING_PARAMETER, "Parameter", missing.getParameterName()));
		}
		if (exception instanceof MissingServletRequestPartException missing) {
			return Optional.of(missing(ErrorCode.MISSING_PART, "Part", missing.getRequestPartName()));
		}
		if (exception instanceof InvalidParameterException invalid) {
			if (invalid.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
				return Optional.of(of(invalid.getErrorCode()));
			}
			return Optional.of(Problem.of(ErrorCode.MALFORMED_PARAMETERS,
					"The parameters can not be read: they are wrongly encoded, or too many."));
		}
		if (exception instanceof RequestRejectedException) {
			return Optional.of(Problem.of(ErrorCode.MALFORMED_PARAMETERS,
					"The name of a parameter or of a part has characters that none may have."));
		}
		return multipart(exception);
	}

	private static Problem missing(ErrorCode code, String what, String name) {
		String detail = "%s '%s' is missing.".formatted(what, Quoted.shortened(name));
		return Problem.of(code, detail, InputError.field(Quoted.shortened(name), detail));
	}

	private static Optional<Problem> multipart(Throwable exception) {
		if (exception instanceof MultipartException && isOurs(exception)) {
			return Optional.of(notStored());
		}
		if (exception instanceof MaxUploadSizeExceededException) {
			return Optional
				.of(Problem.of(ErrorCode.UPLOAD_TOO_LARGE, "The upload is larger than this service accepts."));
		}
		if (exception instanceof MultipartException) {
			return Optional.of(Problem.of(ErrorCode.MALFORMED_UPLOAD,
					"The request is no complete multipart/form-data, or has too many parts."));
		}
		return Optional.empty();
	}

	/**
	 * Whether a form could not be written to disk, be it full or the files that may be
	 * open too few. What a client does wrong, and that it is gone, the container says by
	 * exceptions of its own; Spring goes by words, and takes "File too large", which
	 * systems say of their own files, for a limit of ours.
	 */
	private static boolean isOurs(Throwable exception) {
		Throwable root = exception;
		while (root.getCause() != null && !(root instanceof ClientAbortException)) {
			root = root.getCause();
		}
		return root.getClass() == IOException.class || root instanceof FileSystemException
				|| root instanceof FileNotFoundException;
	}

	/**
	 * A system that opens no more files, has no more room or can only be read has no
	 * exceptions of its own; a file that is missing has, and is a mistake of ours.
	 */
	private static Optional<Problem> files(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause.getClass() == FileSystemException.class
					|| (cause.getClass() == IOException.class && saysTheSystem(cause.getMessage()))) {
				return Optional.of(Problem.of(ErrorCode.STORAGE_UNAVAILABLE,
						"The files of this service can not be read or written for now; try again later."));
			}
		}
		return Optional.empty();
	}

	/** The words of Linux and macOS, which Java passes on. */
	private static boolean saysTheSystem(@Nullable String message) {
		return message != null && Stream
			.of("No space left on device", "Disk quota exceeded", "Too many open files", "Read-only file system",
					"Input/output error")
			.anyMatch(message::contains);
	}

	private static Problem notStored() {
		return Problem.of(ErrorCode.STORAGE_UNAVAILABLE, "The upload can not be stored for now; try again later.");
	}

	private static Optional<Problem> negotiation(Throwable exception) {
		if (exception instanceof HttpRequestMethodNotSupportedException method) {
			return Optional.of(Problem.of(ErrorCode.METHOD_NOT_ALLOWED,
					"%s is not possible here; accepted: %s.".formatted(Quoted.shortened(method.getMethod()),
							listed(Optional.ofNullable(method.getSupportedHttpMethods()).orElse(Set.of())))));
		}
		if (exception instanceof HttpMediaTypeNotSupportedException type) {
			return Optional.of(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
					"The content type is %s; accepted here: %s.".formatted((type.getContentType() != null)
							? "'" + Quoted.shortened(type.getContentType()) + "'" : "missing or unreadable",
							listed(type.getSupportedMediaTypes()))));
		}
		if (exception instanceof HttpMediaTypeNotAcceptableException type) {
			return Optional.of(Problem.of(ErrorCode.NOT_ACCEPTABLE,
					"This address answers with %s.".formatted(listed(type.getSupportedMediaTypes()))));
		}
		if (exception instanceof InvalidMediaTypeException || exception instanceof InvalidMimeTypeException) {
			return Optional.of(Problem.of(ErrorCode.NOT_ACCEPTABLE,
					"The header Accept can not be read, or names more than 50 types; leave some out."));
		}
		return Optional.empty();
	}

	private static String listed(Collection<?> accepted) {
		return accepted.stream().map(Object::toString).distinct().sorted().collect(Collectors.joining(", "));
	}

	private static Problem other(Throwable exception) {
		if (exception instanceof OpenApiResourceNotFoundException) {
			return of(HttpStatus.NOT_FOUND.value());
		}
		return (exception instanceof ErrorResponse response) ? of(response.getStatusCode().value()) : internal();
	}

}
