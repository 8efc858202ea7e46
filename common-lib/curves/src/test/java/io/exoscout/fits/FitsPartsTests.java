package io.exoscout.fits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.exoscout.dataset.RealTables;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FitsPartsTests {

	private static final double[][] ROWS = { { 1.5, -2 }, { 2.5, Double.NaN }, { 1e300, 3 } };

	private static final byte[] FILE = MadeFits.begin()
		.table("LIGHTCURVE", List.of("TIME", "FLUX"), ROWS)
		.table("OTHER", List.of("X"), new double[][] { { 7 } })
		.bytes();

	@Test
	void readsTheColumnsThatAreWanted() throws IOException {
		assertThat(column(FILE, 1, "FLUX")).containsExactly(-2, Double.NaN, 3);
		assertThat(column(FILE, 2, "X")).containsExactly(7);
	}

	@Test
	void readsColumnsInTheOrderAsked() throws IOException {
		FitsParts parts = new FitsParts(new ByteArrayInputStream(FILE));
		parts.next();
		FitsPart part = parts.next();
		List<double[]> rows = new ArrayList<>();
		parts.read(List.of(part.columns().get(1), part.columns().get(0)), (row) -> rows.add(row.clone()));
		assertThat(rows.get(0)).containsExactly(-2, 1.5);
	}

	@Test
	void everyTypeIsReadAsItsNumber() throws IOException {
		byte[] row = { 'T', (byte) 200, 0, 100, -1, -1, -1, -2, 0, 0, 0, 0, 0, 0, 1, 0, 63, (byte) 128, 0, 0 };
		List<String> cards = new ArrayList<>(List.of("XTENSION= 'BINTABLE'", MadeFits.card("BITPIX", 8),
				MadeFits.card("NAXIS", 2), MadeFits.card("NAXIS1", row.length), MadeFits.card("NAXIS2", 1),
				MadeFits.card("PCOUNT", 0), MadeFits.card("GCOUNT", 1), MadeFits.card("TFIELDS", 6)));
		String forms = "LBIJKE";
		for (int i = 0; i < forms.length(); i++) {
			cards.add(MadeFits.card("TTYPE" + (i + 1), "C" + forms.charAt(i)));
			cards.add(MadeFits.card("TFORM" + (i + 1), "1" + forms.charAt(i)));
		}
		cards.add("TSCAL3  =                  0.5");
		cards.add(MadeFits.card("TZERO3", 7));
		cards.add(MadeFits.card("TNULL4", -2));
		byte[] file = MadeFits.begin().header(cards, true).data(row).bytes();
		assertThat(column(file, 1, "CL")).containsExactly(1);
		assertThat(column(file, 1, "CB")).containsExactly(200);
		assertThat(column(file, 1, "CI")).as("scaled").containsExactly(57);
		assertThat(column(file, 1, "CJ")).as("blank").containsExactly(Double.NaN);
		assertThat(column(file, 1, "CK")).containsExactly(256);
		assertThat(column(file, 1, "CE")).containsExactly(1);
	}

	@Test
	void aFileCutAnywhereIsTruncatedOrWhole() throws IOException {
		for (int length = 0; length < FILE.length; length++) {
			byte[] cut = Arrays.copyOf(FILE, length);
			try {
				assertThat(column(cut, 1, "FLUX")).as("cut at " + length).containsExactly(-2, Double.NaN, 3);
			}
			catch (ProblemException ex) {
				assertThat(ex.code()).as("cut at " + length).isEqualTo(ErrorCode.TRUNCATED_FITS);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "NAXIS1,-8", "NAXIS2,-1", "NAXIS,-1", "NAXIS,1000000", "PCOUNT,-1", "TFIELDS,-1", "TFIELDS,100000",
			"PCOUNT,9223372036854775807", "NAXIS2,9223372036854775807", "GCOUNT,9223372036854775807", "BITPIX,16" })
	void aHeaderThatCanNotBeIsRefused(String key, long value) {
		assertThat(refusal(hostile(key, MadeFits.card(key, value))).code()).isEqualTo(ErrorCode.FITS_FILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "400000000D", "999999999999999999D", "9999999999999999999999D", "Z", "", "-1D" })
	void aFormThatCanNotBeIsRefused(String form) {
		ProblemException refusal = refusal(hostile("TFORM1", MadeFits.card("TFORM1", form)));
		assertThat(refusal.code()).isEqualTo(ErrorCode.FITS_FILE);
	}

	@Test
	void twoThousandMillionRowsCostNothing() {
		byte[] file = hostile("NAXIS2", MadeFits.card("NAXIS2", 2_000_000_000L));
		long before = allocated();
		assertThat(refusal(file).code()).isEqualTo(ErrorCode.TRUNCATED_FITS);
		long after = allocated();
		assertThat(after - before).isLessThan(4 << 20);
	}

	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	@Test
	void aHeaderWithoutEndIsRefused() {
		byte[] file = MadeFits.begin().header(List.of("XTENSION= 'BINTABLE'"), false).bytes();
		assertThat(refusal(file).code()).isEqualTo(ErrorCode.TRUNCATED_FITS);
	}

	@Test
	void aHeaderThatNeverEndsIsRefused() {
		InputStream endless = new InputStream() {

			private long at;

			@Override
			public int read() {
				String card = "%-80s".formatted("SIMPLE  =                    T");
				return card.charAt((int) (this.at++ % 80));
			}

		};
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new FitsParts(endless).next())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.FITS_FILE));
	}

	@Test
	void whatFollowsTheLastPartIsPassedOver() throws IOException {
		byte[] longer = Arrays.copyOf(FILE, FILE.length + 5000);
		assertThat(column(longer, 1, "TIME")).containsExactly(1.5, 2.5, 1e300);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tess/hlsp_tess-data-alerts_tess_phot_00025155310-s01_tess_v1_lc.fits",
			"kplr010666592-2009131110544_slc.fits", "tess/wasp18b.fits",
			"k2/hlsp_k2sff_k2_lightcurve_201367065-c01_kepler_v1_llc.fits" })
	void readsWhatAnotherReaderReads(String name) throws Exception {
		byte[] file = RealTables.bytes("lightcurves/" + name);
		int compared = 0;
		try (Fits other = new Fits(new ByteArrayInputStream(file))) {
			BasicHDU<?>[] parts = other.read();
			for (int i = 1; i < parts.length; i++) {
				if (parts[i] instanceof BinaryTableHDU table) {
					for (int column = 0; column < table.getNCols(); column++) {
						assertThat(column(file, i, table.getColumnName(column)))
							.containsExactly(numbers(table.getColumn(column)));
						compared++;
					}
				}
			}
		}
		assertThat(compared).isGreaterThan(5);
	}

	private static double[] numbers(Object column) {
		if (column instanceof double[] values) {
			return values;
		}
		if (column instanceof float[] values) {
			double[] numbers = new double[values.length];
			Arrays.setAll(numbers, (i) -> values[i]);
			return numbers;
		}
		if (column instanceof int[] values) {
			return Arrays.stream(values).asDoubleStream().toArray();
		}
		short[] values = (short[]) column;
		double[] numbers = new double[values.length];
		Arrays.setAll(numbers, (i) -> values[i]);
		return numbers;
	}

	/** A table of one column and one row whose header says something else. */
	private static byte[] hostile(String key, String card) {
		List<String> cards = Stream
			.of("XTENSION= 'BINTABLE'", MadeFits.card("BITPIX", 8), MadeFits.card("NAXIS", 2),
					MadeFits.card("NAXIS1", 8), MadeFits.card("NAXIS2", 1), MadeFits.card("PCOUNT", 0),
					MadeFits.card("GCOUNT", 1), MadeFits.card("TFIELDS", 1), MadeFits.card("TTYPE1", "X"),
					MadeFits.card("TFORM1", "D"))
			.map((sound) -> sound.startsWith("%-8s=".formatted(key)) ? card : sound)
			.toList();
		return MadeFits.begin().header(cards, true).data(new byte[8]).bytes();
	}

	private static ProblemException refusal(byte[] file) {
		try {
			column(file, 1, "X");
		}
		catch (ProblemException ex) {
			return ex;
		}
		catch (IOException ex) {
			throw new AssertionError("nothing was said of it", ex);
		}
		throw new AssertionError("it was read");
	}

	private static double[] column(byte[] file, int number, String name) throws IOException {
		FitsParts parts = new FitsParts(new ByteArrayInputStream(file));
		List<Double> values = new ArrayList<>();
		int last = -1;
		for (FitsPart part = parts.next(); part != null; part = parts.next()) {
			last = part.number();
			if (part.number() == number) {
				BinaryColumn column = part.columns()
					.stream()
					.filter((known) -> known.name().equals(name))
					.findFirst()
					.orElseThrow();
				parts.read(List.of(column), (row) -> values.add(row[0]));
			}
		}
		if (last < number) {
			// cut between two parts, which nothing in the file tells
			throw new ProblemException(ErrorCode.TRUNCATED_FITS, "no part " + number);
		}
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

}
