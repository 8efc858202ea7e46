package io.exoscout.lightcurve;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.UTFDataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

import io.exoscout.lightcurve.LightCurve.Centroids;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

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
	 * @throws ProblemException {@code stored_bytes_damaged} if they are no light curve
	 * @throws IOException if they can not be read
	 */
	public static LightCurve read(InputStream from) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16))) {
			if (in.readLong() != MAGIC || in.readByte() != VERSION) {
				throw damaged("they do not begin as one of version " + VERSION);
			}
			return curve(in);
		}
		catch (EOFException | UTFDataFormatException | IllegalArgumentException ex) {
			throw damaged("they break off, or hold what no curve does").causedBy(ex);
		}
	}

	/**
	 * Whether a curve was written by a version that knows more than this one.
	 * @param from its bytes; closed with this
	 */
	public static boolean isNewer(InputStream from) throws IOException {
		try (DataInputStream in = new DataInputStream(from)) {
			return in.readLong() == MAGIC && in.readByte() > VERSION;
		}
		catch (EOFException ex) {
			return false;
		}
	}

	private static ProblemException damaged(String why) {
		return new ProblemException(ErrorCode.STORED_BYTES_DAMAGED, "The stored points are no light curve: " + why
				+ ". Bring them back from a backup, or delete the job and upload the files again.");
	}

	private static LightCurve curve(DataInputStream in) throws IOException {
		TimeSystem system = TimeSystem.valueOf(in.readUTF().toUpperCase(Locale.ROOT));
		int size = in.readInt();
		if (size < 1 || size > ReadingBudget.MOST_ROWS) {
			throw damaged("there would be " + size + " points");
		}
		boolean errors = in.readBoolean();
		boolean centroids = in.readBoolean();
		double[] times = read(size, in);
		double[] fluxes = read(size, in);
		double[] scatter = errors ? read(size, in) : null;
		return new LightCurve(system, times, fluxes, scatter, new int[size], centroids ? centroids(size, in) : null);
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
