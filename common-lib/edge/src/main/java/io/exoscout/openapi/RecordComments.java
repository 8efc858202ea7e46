package io.exoscout.openapi;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import org.jspecify.annotations.Nullable;

/** What the code says of its records, for those who read no code. */
final class RecordComments {

	private static final CommentFormatter FORMATTER = new CommentFormatter();

	/** A link to a constant, or its value. */
	private static final Pattern CONSTANT = Pattern.compile("\\{@(?:link|value) ([\\w.]+)#(\\w+)[^}]*}");

	private RecordComments() {
	}

	/** What a record is; {@code null} where nothing is said. */
	static @Nullable String ofType(Class<?> type) {
		return plain(RuntimeJavadoc.getJavadoc(type).getComment());
	}

	/** What its components are, by their names in the code. */
	static Map<String, String> ofComponents(Class<?> type) {
		Map<String, String> comments = new HashMap<>();
		RuntimeJavadoc.getJavadoc(type).getRecordComponents().forEach((component) -> {
			String comment = plain(component.getComment());
			if (comment != null) {
				comments.put(component.getName(), comment);
			}
		});
		return comments;
	}

	/** Without tags, in one line. */
	private static @Nullable String plain(Comment comment) {
		String text = CONSTANT.matcher(FORMATTER.format(comment))
			.replaceAll((found) -> Matcher.quoteReplacement(constant(found.group(1), found.group(2))))
			.replaceAll("</?code>", "`")
			.replaceAll("<[^>]+>", "")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&amp;", "&")
			.replaceAll("\\s+", " ")
			.strip();
		return text.isEmpty() ? null : text;
	}

	/** What a constant holds, which is all that matters outside of the code. */
	private static String constant(String type, String name) {
		try {
			Field field = Class.forName(type).getDeclaredField(name);
			field.setAccessible(true);
			return "`" + field.get(null) + "`";
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("A comment names " + type + "#" + name + ", which is no constant", ex);
		}
	}

}
