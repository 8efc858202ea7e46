package io.exoscout.study.curves;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.file.CurveOptions;
import io.exoscout.lightcurve.file.CurveReader;
import io.exoscout.lightcurve.file.CurveSource;

/** Curves of stars in which no transit is known, and what can be made of them. */
final class QuietCurves {

	/**
	 * So many days lie between two of them, so that no trend goes on from one to the
	 * next.
	 */
	private static final double APART = 1.1 * LightCurve.GAP;

	private QuietCurves() {
	}

	/** Reads the files of a folder that match, by name. */
	static List<LightCurve> read(Path folder, String glob) throws IOException {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
			stream.forEach(files::add);
		}
		Collections.sort(files);
		List<LightCurve> curves = new ArrayList<>();
		for (Path file : files) {
			curves.add(CurveReader.read(List.of(CurveSource.of(file)), CurveOptions.DEFAULTS).curve());
		}
		return curves;
	}

	/** Dips become bumps, and bumps dips: no transit is left, all noise is. */
	static LightCurve inverted(LightCurve curve) {
		double[] fluxes = curve.fluxes();
		for (int i = 0; i < fluxes.length; i++) {
			fluxes[i] = Math.max(1e-3, 2 - fluxes[i]);
		}
		return curve.withFluxes(fluxes);
	}

	/**
	 * Parts of some days in another order, with gaps between them: what comes again and
	 * again does so no more, and noise is as it was (Thompson et al. 2018).
	 * @param parts how many there are
	 * @param seed of their order
	 */
	static LightCurve scrambled(LightCurve curve, int parts, long seed) {
		List<Integer> order = new ArrayList<>();
		for (int part = 0; part < parts; part++) {
			order.add(part);
		}
		Collections.shuffle(order, new Random(seed));
		int length = curve.size() / parts;
		double[] fluxes = new double[length * parts];
		double[] times = new double[fluxes.length];
		for (int i = 0; i < fluxes.length; i++) {
			int part = i / length;
			fluxes[i] = curve.flux(order.get(part) * length + i % length);
			times[i] = curve.time(i) + APART * part;
		}
		return new LightCurve(curve.system(), times, fluxes, null, new int[fluxes.length], null);
	}

}
