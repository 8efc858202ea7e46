package io.exoscout.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place that is written like {@code s3://bucket/some/key}.
 *
 * @param bucket the bucket
 * @param key what comes behind it; may be empty
 */
public record S3Location(String bucket, String key) {

	private static final Pattern FORM = Pattern.compile("s3://([^/]+)(?:/(.*))?");

	/** Reads a place, if it is one of these. */
	public static Optional<S3Location> of(String text) {
		Matcher form = FORM.matcher(text);
		return form.matches() ? Optional.of(new S3Location(form.group(1), (form.group(2) != null) ? form.group(2) : ""))
				: Optional.empty();
	}

	/** The key up to its last slash. */
	public String directory() {
		return this.key.substring(0, this.key.lastIndexOf('/') + 1);
	}

	/** The key behind its last slash. */
	public String name() {
		return this.key.substring(this.key.lastIndexOf('/') + 1);
	}

}
