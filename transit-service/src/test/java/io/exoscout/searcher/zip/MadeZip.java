package io.exoscout.searcher.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive that is made for a test. */
final class MadeZip {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final ZipOutputStream zip = new ZipOutputStream(this.bytes);

	MadeZip with(String path, byte[] content) {
		try {
			this.zip.putNextEntry(new ZipEntry(path));
			this.zip.write(content);
			this.zip.closeEntry();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	MadeZip with(String path, String content) {
		return with(path, content.getBytes(StandardCharsets.UTF_8));
	}

	byte[] bytes() {
		try {
			this.zip.close();
			return this.bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
