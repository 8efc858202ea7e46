package io.exoscout.lightcurve;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

import io.exoscout.lightcurve.LightCurve.Centroids;

/**
 * A light curve as it is kept: the points alone, so that the same ones are the same bytes
 * however they were packed, named or split into files. Numbers are big-endian, those that
 * are unknown {@code NaN}.
 */
public final class StoredCurve {

	/** In ASCII, {@code EXOCURVE}. */
	private static final long MAGIC = 0x45584F4355525645L;

	private static final byte VERSION = 1;

	private StoredCurve() {
	}

	/** How many bytes a curve takes. */
	public static long bytes(LightCurve curve) {
		int columns = 2 + ((curve.errors() != null) ? 1 : 0) + ((curve.centroids() != null) ? 2 : 0);
		return Long.BYTES + 1 + Short.BYTES + curve.system().id().length() + Integer.BYTES + 2
				+ (long) columns * curve.size() * Double.BYTES;
	}

	/** Writes a curve; the stream is left open. */
	public static void write(LightCurve curve, OutputStream to) throws IOException {
		DataOutputStream out = new DataOutputStream(to);
		out.writeLong(MAGIC);
		out.writeByte(VERSION);
		out.writeUTF(curve.system().id());
		out.writeInt(curve.size());
		double[] errors = curve.errors();
		Centroids centroids = curve.centroids();
		out.writeBoolean(errors != null);
		out.writeBoolean(centroids != null);
		write(curve.times(), out);
		write(curve.fluxes(), out);
		if (errors != null) {
			write(errors, out);
		}
		if (centroids != null) {
			write(centroids.columns(), out);
			write(centroids.rows(), out);
		}
		out.flush();
	}

	/**
	 * Reads a curve; all of it is one segment then.
	 * @param from its bytes; closed with this
	 * @throws IOException if they can not be read, or were written by a later version
	 */
	public static LightCurve read(InputStream from) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16))) {
			if (in.readLong() != MAGIC || in.readByte() != VERSION) {
				throw new IOException("not a light curve of version " + VERSION);
			}
			TimeSystem system = TimeSystem.valueOf(in.readUTF().toUpperCase(Locale.ROOT));
			int size = in.readInt();
			boolean errors = in.readBoolean();
			boolean centroids = in.readBoolean();
			double[] times = read(size, in);
			double[] fluxes = read(size, in);
			double[] scatter = errors ? read(size, in) : null;
			return new LightCurve(system, times, fluxes, scatter, new int[size],
					centroids ? centroids(size, in) : null);
		}
	}

	private static Centroids centroids(int size, DataInputStream in) throws IOException {
		double[] columns = read(size, in);
		return new Centroids(columns, read(size, in));
	}

	private static void write(double[] values, DataOutputStream out) throws IOException {
		for (double value : values) {
			out.writeDouble(value);
		}
	}

	private static double[] read(int size, DataInputStream in) throws IOException {
		double[] values = new double[size];
		for (int i = 0; i < size; i++) {
			values[i] = in.readDouble();
		}
		return values;
	}

}
