package io.exoscout.form;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.body.ForeignFormat;
import io.exoscout.problem.Quoted;
import io.exoscout.problem.ProblemException;

/** Text that is no table, told by its first lines. */
public final class ForeignText {

	private static final int QUOTE = 400;

	/** So much is searched; what a document is stands at its beginning. */
	private static final int LOOKED_AT = 1 << 13;

	private static final Pattern HTML = Pattern.compile("^(?:<!--.*?-->\\s*)?<(?:!doctype\\s+html|html|head|body|title|"
			+ "script|style|meta|div|table|h1|p|pre)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern INFO = Pattern.compile("<(?:\\w+:)?INFO\\b([^>]*)>\\s*(?:<!\\[CDATA\\[)?([^<\\]]*)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern VALUE = Pattern.compile("value\\s*=\\s*[\"']ERROR[\"']", Pattern.CASE_INSENSITIVE);

	/** Each tag before the message takes a few calls, so there are not any number. */
	private static final Pattern ERROR = Pattern.compile(
			"^(?:<[^>]*>\\s*){0,50}(?:ERROR\\s*(?:<br|\\n|:)|ORA-\\d{5}|(?:Error )?(?:Message|Type):\\s).*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern VOTABLE = Pattern.compile("<(?:\\w+:)?VOTABLE\\b");

	private ForeignText() {
	}

	/**
	 * Refuses what is no table.
	 * @param head the first lines of the file
	 * @throws ProblemException that names what it is
	 */
	static void refuse(String head) {
		String text = head.substring(0, Math.min(head.length(), LOOKED_AT)).strip();
		if (text.startsWith("version https://git-lfs")) {
			throw ForeignFormat.LFS_POINTER.problem();
		}
		if (text.startsWith("<") || ERROR.matcher(text).matches()) {
			markup(text).ifPresent((problem) -> {
				throw problem;
			});
		}
	}

	private static Optional<ProblemException> markup(String text) {
		Matcher info = INFO.matcher(text);
		while (info.find()) {
			if (info.group(1).contains("QUERY_STATUS") && VALUE.matcher(info.group(1)).find()) {
				return Optional.of(ForeignFormat.ARCHIVE_ERROR.problem(quoted(info.group(2))));
			}
		}
		if (ERROR.matcher(text).matches()) {
			return Optional.of(ForeignFormat.ARCHIVE_ERROR.problem(quoted(text)));
		}
		String lower = text.toLowerCase(Locale.ROOT);
		if (VOTABLE.matcher(text).find()) {
			return Optional.empty();
		}
		if (HTML.matcher(text).matches() || (lower.startsWith("<?xml") && lower.contains("<html"))) {
			return Optional.of(ForeignFormat.HTML.problem());
		}
		return lower.startsWith("<?xml") ? Optional.of(ForeignFormat.XML.problem()) : Optional.empty();
	}

	/** The text of a message, without its tags, on one line. */
	private static String quoted(String message) {
		String plain = message.replaceAll("<[^>]*>", " ")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&apos;", "'")
			.replace("&amp;", "&")
			.strip()
			.replaceAll("\\s+", " ");
		return Quoted.of(plain, QUOTE);
	}

}
