package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk as it was sent. */
public record PathSource(Path path) implements CurveSource {

	@Override
	public String name() {
		return this.path.getFileName().toString();
	}

	@Override
	public InputStream open() throws IOException {
		return Files.newInputStream(this.path);
	}

}
