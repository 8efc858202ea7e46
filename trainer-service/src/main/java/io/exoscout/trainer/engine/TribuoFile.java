package io.exoscout.trainer.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import org.tribuo.Model;
import org.tribuo.classification.Label;

/** A model in Tribuo's own form, which every leaf's class names make long. */
final class TribuoFile {

	private TribuoFile() {
	}

	/** What {@link Model#deserializeFromStream} reads, as gzip. */
	static byte[] write(Model<Label> model) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream file = new GZIPOutputStream(bytes)) {
			model.serializeToStream(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
