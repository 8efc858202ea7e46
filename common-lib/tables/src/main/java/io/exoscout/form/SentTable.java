package io.exoscout.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;

/**
 * A table as it was sent: the file of a form, or the whole body of a request.
 *
 * @param bytes packed or not; closed by the caller
 * @param name of the file, which only a form tells
 */
public record SentTable(InputStream bytes, @Nullable String name) {

	/** The type of a body that is a table. */
	public static final String CSV = "text/csv";

	/** What is unpacked; that a body is packed shows by itself, too. */
	private static final Set<String> CODINGS = Set.of("gzip", "x-gzip", "identity");

	/**
	 * The table of a request.
	 * @param file the part {@code file} of a form, if there is one
	 * @throws ProblemException {@code missing_file} if a form has none, or
	 * {@code unsupported_media_type} for a body packed in another way than by gzip
	 */
	public static SentTable of(HttpServletRequest request, @Nullable MultipartFile file) throws IOException {
		String type = request.getContentType();
		if (file != null || type == null || !MediaType.parseMediaType(type).isCompatibleWith(MediaType.valueOf(CSV))) {
			MultipartFile sent = Parameters.file(file);
			return new SentTable(sent.getInputStream(), sent.getOriginalFilename());
		}
		String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (coding != null && !CODINGS.contains(coding.strip().toLowerCase(Locale.ROOT))) {
			throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
					"The body has Content-Encoding '%s'; accepted is gzip, or none"
						.formatted(Quoted.shortened(coding)));
		}
		return new SentTable(request.getInputStream(), null);
	}

}
