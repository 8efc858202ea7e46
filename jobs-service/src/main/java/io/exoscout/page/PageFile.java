package io.exoscout.page;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A file of the page, as it is and packed.
 *
 * @param path its address
 * @param type its media type
 * @param plain its bytes
 * @param packed the same bytes by the name of how they are packed
 * @param digest changes when the bytes do
 */
record PageFile(String path, String type, byte[] plain, Map<String, byte[]> packed, String digest) {

	/** Smallest first. */
	static final List<String> ENCODINGS = List.of("br", "gzip");

	/** The build puts a digest of what is inside into such a name. */
	private static final Pattern NAMED_BY_CONTENT = Pattern.compile(".*[0-9a-f]{16}\\.(js|css)");

	private static final Map<String, String> TYPES = Map.of("html", "text/html;charset=UTF-8", "js",
			"text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "svg", "image/svg+xml", "json",
			"application/json", "txt", "text/plain;charset=UTF-8");

	/** The media type by the ending of a name. */
	static String typeOf(String name) {
		return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
	}

	/** Whether another content would have another address. */
	boolean isImmutable() {
		return NAMED_BY_CONTENT.matcher(this.path).matches();
	}

	/** How the file is best sent, or {@code null} as it is. */
	@Nullable String encoding(List<String> accepted) {
		return ENCODINGS.stream()
			.filter((name) -> accepted.contains(name) && this.packed.containsKey(name))
			.findFirst()
			.orElse(null);
	}

	byte[] bytes(@Nullable String encoding) {
		return this.packed.getOrDefault(encoding, this.plain);
	}

	/** One for each form: a cache must not take one for another. */
	String tag(@Nullable String encoding) {
		return (encoding != null) ? "\"%s-%s\"".formatted(this.digest, encoding) : "\"%s\"".formatted(this.digest);
	}

}
