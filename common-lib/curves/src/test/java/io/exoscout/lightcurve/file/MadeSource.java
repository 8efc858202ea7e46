package io.exoscout.lightcurve.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** A light curve that was made up. */
public record MadeSource(String name, byte[] bytes) implements CurveSource {

	/** A text as it is. */
	public static MadeSource text(String text) {
		return new MadeSource("curve.csv", text.getBytes(StandardCharsets.UTF_8));
	}

	/** A header and so many lines. */
	public static MadeSource lines(String header, int count, IntFunction<String> line) {
		StringBuilder text = new StringBuilder(header);
		for (int i = 0; i < count; i++) {
			text.append(text.isEmpty() ? "" : "\n").append(line.apply(i));
		}
		return text(text.toString());
	}

	/** Times and fluxes around 1, the same each time. */
	public static MadeSource usual(int count) {
		return lines("time,flux", count, (i) -> point(i));
	}

	/** A line of a time and a flux around 1. */
	public static String point(int i) {
		return String.format(Locale.ROOT, "%.6f,%.7f", 1000 + i * 0.02, 1 + noise(i));
	}

	/** Noise of a thousandth. */
	public static double noise(int i) {
		return new Random(i).nextGaussian() * 1e-3;
	}

	/** The same, packed. */
	public MadeSource packed() {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(this.bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new MadeSource(this.name + ".gz", packed.toByteArray());
	}

	@Override
	public InputStream open() {
		return new ByteArrayInputStream(this.bytes);
	}

}
