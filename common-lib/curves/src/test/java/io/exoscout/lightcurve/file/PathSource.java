package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.exoscout.dataset.RealTables;

/** A file on disk as it was sent. */
public record PathSource(Path path) implements CurveSource {

	/** A real light curve; the calling test is skipped where there is none. */
	public static PathSource real(String name) {
		return new PathSource(RealTables.path("lightcurves/" + name));
	}

	@Override
	public String name() {
		return this.path.getFileName().toString();
	}

	@Override
	public InputStream open() throws IOException {
		return Files.newInputStream(this.path);
	}

}
