package io.exoscout.lightcurve.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;

import io.exoscout.fits.FitsParts;
import io.exoscout.gzip.GzipStream;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.lightcurve.EvenCadence;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.ReadingBudget;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * Reads the light curve of a star from its files: FITS of the missions and of others,
 * text, and matrices of fluxes, packed with gzip or not. What can be read in two ways is
 * refused rather than guessed.
 */
public final class CurveReader {

	private static final int HEAD = 1 << 16;

	/** No line of names is longer. */
	private static final int WIDEST = 1 << 21;

	private static final int BUFFER = 1 << 14;

	private CurveReader() {
	}

	/**
	 * A light curve, and what was understood of its files.
	 *
	 * @param curve the points of all files
	 * @param report how they were read
	 */
	public record Reading(LightCurve curve, CurveReport report) {
	}

	/**
	 * Reads one star's files.
	 * @param files at least one, in any order
	 * @param options how they are to be read
	 * @throws ProblemException with a code that says what is wrong and what would help
	 * @throws IOException if the bytes can not be read
	 */
	public static Reading read(List<? extends CurveSource> files, CurveOptions options) throws IOException {
		return read(files, options, ReadingBudget.endless());
	}

	/**
	 * Reads one star's files within a budget.
	 * @param files at least one, in any order
	 * @param options how they are to be read
	 * @param budget what all of them together may cost; left open
	 * @throws ProblemException with a code that says what is wrong and what would help
	 * @throws IOException if the bytes can not be read
	 */
	public static Reading read(List<? extends CurveSource> files, CurveOptions options, ReadingBudget budget)
			throws IOException {
		QualityMask.check(options.qualityMask());
		List<FileCurve> curves = new ArrayList<>();
		for (CurveSource file : files) {
			curves.add(FileCurve.of(raw(file, options, budget), options));
		}
		curves.sort(Comparator.comparingDouble((file) -> file.first() + file.system().offset()));
		LightCurve joined = JoinedCurves.of(curves);
		LightCurve curve = EvenCadence.of(joined);
		return new Reading(curve, CurveReport.of(curves, joined, curve));
	}

	private static RawCurve raw(CurveSource file, CurveOptions options, ReadingBudget budget) throws IOException {
		byte[] head = head(file, budget);
		if (FitsParts.begins(head)) {
			try (InputStream in = unpacked(file, budget)) {
				return FitsCurve.read(file.name(), in, options, budget);
			}
			catch (ZipException ex) {
				throw broken(file, ex);
			}
		}
		String text = new String(head, StandardCharsets.UTF_8);
		TextLayout layout = TextLayout.of(text, head.length < HEAD || (head.length > HEAD && head.length < WIDEST));
		return TextCurve.read(file.name(), file.open(), layout, options, budget);
	}

	/**
	 * The first bytes of what is in a file, fewer only if there are no more; of a text so
	 * many that its first line is whole, as matrices have thousands of columns.
	 */
	private static byte[] head(CurveSource file, ReadingBudget budget) throws IOException {
		try (InputStream in = unpacked(file, budget)) {
			byte[] head = in.readNBytes(HEAD);
			if (head.length < HEAD || FitsParts.begins(head) || TextLayout.begins(head)) {
				return head;
			}
			byte[] rest = in.readNBytes(WIDEST - HEAD);
			byte[] wide = Arrays.copyOf(head, HEAD + rest.length);
			System.arraycopy(rest, 0, wide, HEAD, rest.length);
			return wide;
		}
		catch (EOFException | ZipException ex) {
			throw broken(file, ex);
		}
	}

	/** The bytes of a file, unpacked if they are gzip. */
	private static InputStream unpacked(CurveSource file, ReadingBudget budget) throws IOException {
		BufferedInputStream bytes = new BufferedInputStream(file.open(), BUFFER);
		try {
			bytes.mark(2);
			boolean packed = bytes.read() == 0x1F && bytes.read() == 0x8B;
			bytes.reset();
			if (!packed) {
				return bytes;
			}
			UnpackingBudget unpacking = budget.unpacking();
			return unpacking.unpacked(new GzipStream(unpacking.sent(bytes), BUFFER));
		}
		catch (IOException | RuntimeException ex) {
			bytes.close();
			throw ex;
		}
	}

	private static ProblemException broken(CurveSource file, IOException cause) {
		return new ProblemException(
				ErrorCode.BROKEN_GZIP, "File " + Quoted.of(file.name())
						+ " begins like gzip but can not be unpacked to its end; it may have " + "been cut short.",
				InputError.field("file", "broken gzip"))
			.causedBy(cause);
	}

}
