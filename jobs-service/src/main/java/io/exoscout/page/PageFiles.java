package io.exoscout.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All files of the page by their address; none where the page was not built. They are few
 * and small, and are kept in memory.
 */
final class PageFiles {

	/** Nothing inside is called that. */
	private static final String FOLDER = "exoscout-page/";

	/** How a packed file is named beside the file itself. */
	private static final Map<String, String> ENDINGS = Map.of("br", ".br", "gzip", ".gz");

	private static final String INDEX = "index.html";

	private static final int DIGEST_LENGTH = 16;

	private final Map<String, PageFile> files;

	private PageFiles(Map<String, PageFile> files) {
		this.files = files;
	}

	/** Those that were built into this program. */
	static PageFiles bundled() {
		Map<String, byte[]> bytes = new HashMap<>();
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + FOLDER + "**/*.*")) {
				String url = resource.getURL().toString();
				bytes.put("/" + url.substring(url.lastIndexOf("/" + FOLDER) + FOLDER.length() + 1),
						resource.getContentAsByteArray());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the web page can not be read", ex);
		}
		return of(bytes);
	}

	/**
	 * Files by their path within the export.
	 */
	static PageFiles of(Map<String, byte[]> bytes) {
		Map<String, PageFile> files = new HashMap<>();
		bytes.forEach((path, plain) -> {
			if (ENDINGS.values().stream().noneMatch(path::endsWith)) {
				Map<String, byte[]> packed = new HashMap<>();
				ENDINGS.forEach((encoding, ending) -> {
					if (bytes.containsKey(path + ending)) {
						packed.put(encoding, bytes.get(path + ending));
					}
				});
				String address = path.endsWith("/" + INDEX) ? path.substring(0, path.length() - INDEX.length()) : path;
				files.put(address, new PageFile(address, PageFile.typeOf(path), plain, packed, digest(plain)));
			}
		});
		return new PageFiles(files);
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
				.substring(0, DIGEST_LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** The file at an address. */
	@Nullable PageFile at(String path) {
		return this.files.get(path);
	}

	Set<String> paths() {
		return this.files.keySet();
	}

}
