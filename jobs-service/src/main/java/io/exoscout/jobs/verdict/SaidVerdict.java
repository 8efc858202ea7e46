package io.exoscout.jobs.verdict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an object; takes the place of what was said before.
 *
 * @param verdict what it is taken for
 * @param note up to 4,000 characters
 * @param tags up to 20, each of 1 to 40 letters, digits, {@code . _ -}
 */
record SaidVerdict(@Schema(implementation = Opinion.class) @Nullable String verdict,
		@Schema(maxLength = MAX_NOTE) @Nullable String note,
		@ArraySchema(maxItems = MAX_TAGS, schema = @Schema(pattern = TAGS)) @Nullable List<@Nullable String> tags) {

	private static final int MAX_NOTE = 4000;

	private static final int MAX_TAGS = 20;

	private static final String TAGS = "[\\p{L}\\p{M}\\p{N}._-]{1,40}";

	private static final Pattern TAG = Pattern.compile(TAGS);

	/** What is meant, having been checked. */
	Checked checked() {
		Checked checked = new Checked((this.verdict != null) ? opinion(this.verdict) : null, checkedNote(),
				checkedTags());
		if (checked.opinion() == null && checked.note() == null && checked.tags().isEmpty()) {
			throw refused("verdict", "Nothing is said; send a verdict, a note or tags, or delete what was said before");
		}
		return checked;
	}

	private static Opinion opinion(String verdict) {
		return Opinion.of(verdict)
			.orElseThrow(() -> refused("verdict",
					"verdict is %s; accepted are %s".formatted(Quoted.of(verdict), Opinion.known())));
	}

	private @Nullable String checkedNote() {
		if (this.note == null || this.note.isBlank()) {
			return null;
		}
		if (this.note.length() > MAX_NOTE) {
			throw refused("note",
					"The note has %,d characters; at most %,d are accepted".formatted(this.note.length(), MAX_NOTE));
		}
		// lines are a person's own; whatever else steers a terminal is not
		if (this.note.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
			throw refused("note", "The note has control characters; accepted are text and line ends");
		}
		return this.note.strip();
	}

	private List<String> checkedTags() {
		List<@Nullable String> given = Objects.requireNonNullElse(this.tags, List.of());
		if (given.size() > MAX_TAGS) {
			throw refused("tags", "There are %d tags; at most %d are accepted".formatted(given.size(), MAX_TAGS));
		}
		LinkedHashSet<String> distinct = new LinkedHashSet<>();
		for (String tag : given) {
			if (tag == null || !TAG.matcher(tag).matches()) {
				throw refused("tags", "%s is no tag; use 1 to 40 letters, digits, '.', '_' or '-'"
					.formatted(Quoted.of(String.valueOf(tag))));
			}
			distinct.add(tag);
		}
		return List.copyOf(distinct);
	}

	private static ProblemException refused(String field, String detail) {
		return new ProblemException(ErrorCode.INVALID_VERDICT, detail, InputError.field(field, detail));
	}

	/**
	 * What may be kept.
	 *
	 * @param opinion what the object is taken for
	 * @param note without surrounding blanks
	 * @param tags each once
	 */
	record Checked(@Nullable Opinion opinion, @Nullable String note, List<String> tags) {
	}

}
