package io.exoscout.openapi;

import java.util.HashMap;
import java.util.Map;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import org.jspecify.annotations.Nullable;

/** What the code says of its records, for those who read no code. */
final class RecordComments {

	private static final CommentFormatter FORMATTER = new CommentFormatter();

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
		String text = FORMATTER.format(comment)
			.replaceAll("</?code>", "`")
			.replaceAll("<[^>]+>", "")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&amp;", "&")
			.replaceAll("\\s+", " ")
			.strip();
		return text.isEmpty() ? null : text;
	}

}
