package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was sent: its bytes can be read more than once. */
public interface CurveSource {

	/** The name of the file, for people. */
	String name();

	/** Its bytes as they were sent, from the first on. */
	InputStream open() throws IOException;

	/** A file on disk. */
	static CurveSource of(Path file) {
		return new CurveSource() {
			@Override
			public String name() {
				return file.getFileName().toString();
			}

			@Override
			public InputStream open() throws IOException {
				return Files.newInputStream(file);
			}
		};
	}

}
