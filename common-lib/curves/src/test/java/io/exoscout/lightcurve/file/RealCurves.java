package io.exoscout.lightcurve.file;

import java.nio.file.Path;

import io.exoscout.dataset.RealTables;

/** Light curves of missions; the calling test is skipped where there are none. */
public final class RealCurves {

	private RealCurves() {
	}

	/** A file, by its path below the folder of light curves. */
	public static CurveSource source(String name) {
		return CurveSource.of(path(name));
	}

	/** Where a file is. */
	public static Path path(String name) {
		return RealTables.path("lightcurves/" + name);
	}

}
