package io.exoscout.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.exoscout.openapi.ApiParts;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** The forms in which lists are given. */
public enum AnswerFormat {

	/** One object with all of the list inside. */
	JSON(MediaType.APPLICATION_JSON),
	/** One entry on each line, as JSON. */
	NDJSON(MediaType.APPLICATION_NDJSON),
	/** One line for each entry, for a spreadsheet. */
	CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
	/** A table of the Virtual Observatory, with units and UCDs. */
	VOTABLE(new MediaType("application", "x-votable+xml"), "vot"),
	/** A binary table (FITS Standard 4.0). */
	FITS(new MediaType("application", "fits")),
	/** CSV whose header says what the columns are (Astropy). */
	ECSV(new MediaType("text", "x-ecsv", StandardCharsets.UTF_8)),
	/** A table in columns, as the archive's own. */
	IPAC(new MediaType("text", "x-ipac-table", StandardCharsets.UTF_8), "tbl");

	/** The forms of lists whose columns nobody has given units. */
	static final List<AnswerFormat> PLAIN = List.of(JSON, NDJSON, CSV);

	private final MediaType mediaType;

	private final String ending;

	AnswerFormat(MediaType mediaType) {
		this.mediaType = mediaType;
		this.ending = id();
	}

	AnswerFormat(MediaType mediaType, String ending) {
		this.mediaType = mediaType;
		this.ending = ending;
	}

	/** What it is called as a parameter. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What stands at the end of a file's name. */
	public String ending() {
		return this.ending;
	}

	/** What it is called in the header of an answer. */
	public MediaType mediaType() {
		return this.mediaType;
	}

	/**
	 * The format of a name.
	 * @param format the parameter {@code format}
	 * @param offered those there are
	 * @throws ProblemException {@code INVALID} when there is no such format
	 */
	static AnswerFormat of(String format, List<AnswerFormat> offered) {
		return offered.stream()
			.filter((known) -> known.id().equalsIgnoreCase(format.strip()))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter("format",
					"format is '%s'; accepted are %s".formatted(Quoted.shortened(format),
							offered.stream().map(AnswerFormat::id).collect(Collectors.joining(", ")))));
	}

	/**
	 * The format a caller prefers.
	 * @param accept the Accept header, if there is one
	 * @param offered the formats there are, JSON among them
	 * @return the first format it accepts, JSON if it has no preference
	 * @throws ProblemException {@code NOT_ACCEPTABLE} when there is none
	 */
	static AnswerFormat accepted(@Nullable String accept, List<AnswerFormat> offered) {
		if (accept == null || accept.isBlank()) {
			return JSON;
		}
		for (MediaType wanted : preferred(accept, offered)) {
			for (AnswerFormat format : offered) {
				if (wanted.includes(format.mediaType())) {
					return format;
				}
			}
		}
		throw notAcceptable(accept, offered);
	}

	/**
	 * Describes a list that comes in all of these forms.
	 * @param document schema of the object that has all of it
	 * @param entry schema of one entry, which is a line or row elsewhere
	 */
	public static Content described(Schema<?> document, Schema<?> entry) {
		Content content = new Content();
		for (AnswerFormat format : values()) {
			Schema<?> schema = switch (format) {
				case JSON -> document;
				case NDJSON -> entry;
				case FITS -> ApiParts.simple("string", "A row for each entry").format("binary");
				case CSV, VOTABLE, ECSV, IPAC -> ApiParts.simple("string", "A row for each entry");
			};
			content.putAll(ApiParts.content(format.mediaName(), schema));
		}
		return content;
	}

	private String mediaName() {
		return this.mediaType.getType() + "/" + this.mediaType.getSubtype();
	}

	private static List<MediaType> preferred(String accept, List<AnswerFormat> offered) {
		try {
			List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
			MimeTypeUtils.sortBySpecificity(wanted);
			wanted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
			return wanted;
		}
		catch (InvalidMediaTypeException | InvalidMimeTypeException ex) {
			throw notAcceptable(accept, offered).causedBy(ex);
		}
	}

	private static ProblemException notAcceptable(String accept, List<AnswerFormat> offered) {
		return new ProblemException(ErrorCode.NOT_ACCEPTABLE,
				"Accept is '%s'; this comes as %s".formatted(Quoted.shortened(accept),
						offered.stream().map(AnswerFormat::mediaName).collect(Collectors.joining(", "))));
	}

}
