package io.exoscout.lightcurve.file;

import io.exoscout.dataset.RealTables;

/** Light curves of missions; the calling test is skipped where there are none. */
public final class RealCurves {

	private RealCurves() {
	}

	/** A file, by its path below the folder of light curves. */
	public static PathSource source(String name) {
		return new PathSource(RealTables.path("lightcurves/" + name));
	}

}
