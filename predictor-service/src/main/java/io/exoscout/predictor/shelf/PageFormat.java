package io.exoscout.predictor.shelf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** Whether something comes as data or as a page to read. */
enum PageFormat {

	/** For programs, and for whoever has no preference. */
	JSON(MediaType.APPLICATION_JSON),
	/** For browsers. */
	HTML(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));

	private final MediaType mediaType;

	PageFormat(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	/**
	 * What a request asks for; the parameter wins.
	 * @param format the parameter {@code format}, if there is one
	 * @param accept the Accept header, if there is one
	 * @throws ProblemException {@code INVALID} or {@code NOT_ACCEPTABLE} when there is no
	 * such form
	 */
	static PageFormat of(@Nullable String format, @Nullable String accept) {
		if (format != null) {
			return switch (format) {
				case "json" -> JSON;
				case "html" -> HTML;
				default -> throw ProblemException.invalidParameter("format",
						"format is '%s'; accepted are json, html".formatted(Quoted.shortened(format)));
			};
		}
		if (accept == null || accept.isBlank()) {
			return JSON;
		}
		for (MediaType wanted : preferred(accept)) {
			for (PageFormat known : values()) {
				if (wanted.includes(known.mediaType)) {
					return known;
				}
			}
		}
		throw notAcceptable(accept);
	}

	ResponseEntity<Object> answer(Supplier<Object> data, Supplier<String> page) {
		return ResponseEntity.ok()
			.contentType(this.mediaType)
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
			.body((this == HTML) ? page.get() : data.get());
	}

	private static List<MediaType> preferred(String accept) {
		try {
			List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
			MimeTypeUtils.sortBySpecificity(wanted);
			wanted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
			return wanted;
		}
		catch (InvalidMediaTypeException | InvalidMimeTypeException ex) {
			throw notAcceptable(accept).causedBy(ex);
		}
	}

	private static ProblemException notAcceptable(String accept) {
		return new ProblemException(ErrorCode.NOT_ACCEPTABLE,
				"Accept is '%s'; this comes as application/json or text/html".formatted(Quoted.shortened(accept)));
	}

}
