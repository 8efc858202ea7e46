package io.exoscout.astronomy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.MadeTables;
import io.exoscout.dataset.StoredTables;
import io.exoscout.dataset.Upload;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import io.exoscout.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

/**
 * Good tables with a few bytes, numbers, tags or pieces in other places: they are read or
 * refused with a reason, in little time and memory, and nothing outside of them is
 * touched.
 */
class AstronomyMutationTests extends StoredTables {

	/** More of them, a million say, are asked for by a property. */
	private static final int INPUTS = Integer.getInteger("exoscout.astronomy.inputs", 6000);

	/** As many of them are received like an upload. */
	private static final int RECEIVED = Math.min(INPUTS / 10, 20_000);

	/** Bytes that may be asked for while one of a few KB is read, all in all. */
	private static final long MOST_MEMORY = 96L << 20;

	private static final long LONGEST = 10_000_000_000L;

	private static final String SECRET = "secret-of-the-machine";

	private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Random random = new Random(7);

	private final List<String> pieces = new ArrayList<>(List.of("4611686018427387904", "9223372036854775807",
			"-9223372036854775808", "2147483647", "-1", "0", "1e999", "NaN", "&x;", "&#0;", "&#x110000;", "<![CDATA[",
			"]]>", "<!--", "-->", "<?x", "<TR>", "</TR>", "<TD/>", "<TD>", "</TABLEDATA>", "<FIELD name='a'/>",
			"</TABLE>", "nrows='4611686018427387904'", "arraysize='2147483647'", "arraysize='2147483647x2147483647'",
			"arraysize='*'", "datatype='bit'", "datatype='doubleComplex'", "<STREAM encoding='gzip'>", "AAAA", "////",
			"=", "<VALUES null='1'/>", "<COOSYS", "!!python/object/apply:os.system [ls]", "!!java.net.URL [x]", "&a",
			"*a", "{", "}", "[", "]", "- ", ": ", "\"", "'", "|", "||", "\\", "\n", "\n\n", "\r\n", " ", "\u0000",
			"\uFEFF", "é", "datatype: int64[null]", "subtype: json", "# ", "%", "1PD(3)", "2147483647D", "0X", "-1J",
			"XTENSION= 'BINTABLE'", "END", "TNULL1  = -1", "TSCAL1  = 1E999", "TZERO1  = NaN", "THEAP   = -1",
			"CONTINUE  'x&'", "GCOUNT  = 0"));

	@Test
	void mutatedTablesAreReadOrRefused() throws IOException {
		Path secret = Files.writeString(this.directory.resolve("secret"), SECRET);
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			outside(secret.toUri().toString());
			outside("http://127.0.0.1:" + server.getLocalPort() + "/");
			outside("ftp://127.0.0.1:" + server.getLocalPort() + "/");
			List<byte[]> seeds = seeds();
			int read = 0;
			for (int i = 0; i < INPUTS; i++) {
				byte[] sent = mutated(seeds);
				read += bounded(i, sent, () -> rows(sent)) ? 1 : 0;
				if (i < RECEIVED) {
					bounded(i, sent, () -> receive(sent));
				}
			}
			// neither all nor none: the mutations reach what lies behind the header
			assertThat(read).isBetween(INPUTS / 50, INPUTS * 9 / 10);
			server.setSoTimeout(1);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
		}
	}

	private void outside(String address) {
		this.pieces.add(address);
		this.pieces.add("<STREAM href='" + address + "' encoding='base64'>");
		this.pieces.add("<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM '" + address + "'>]>");
		this.pieces.add("<!DOCTYPE VOTABLE SYSTEM '" + address + "'>");
		this.pieces.add("<xi:include href='" + address + "'/>");
		this.pieces.add(" xsi:schemaLocation='x " + address + "' ");
	}

	private static List<byte[]> seeds() {
		String table = MadeTables.kepler(8);
		List<byte[]> seeds = new ArrayList<>();
		for (AstronomyForms form : AstronomyForms.values()) {
			seeds.add(form.of(table, "", "", "", "d", "h"));
		}
		// most of a FITS file is blanks, so it comes more often
		seeds.add(AstronomyForms.FITS.of(table));
		seeds.add(AstronomyForms.ipac(table));
		return seeds;
	}

	private byte[] mutated(List<byte[]> seeds) {
		byte[] bytes = pick(seeds);
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			bytes = changed(bytes, seeds);
		}
		return bytes;
	}

	private byte[] changed(byte[] bytes, List<byte[]> seeds) {
		int at = place(bytes);
		int length = Math.min(bytes.length - at, 1 + this.random.nextInt(this.random.nextBoolean() ? 8 : 400));
		byte[] piece = pick(this.pieces).getBytes(StandardCharsets.UTF_8);
		return switch (this.random.nextInt(9)) {
			case 0 -> spliced(bytes, at, at, piece);
			case 1 -> spliced(bytes, at, Math.min(bytes.length, at + piece.length), piece);
			case 2 -> spliced(bytes, at, at + length, new byte[0]);
			case 3 -> spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at, at + length));
			case 4 -> java.util.Arrays.copyOf(bytes, at);
			case 5 -> {
				byte[] other = pick(seeds);
				int from = place(other);
				yield spliced(bytes, at, bytes.length, java.util.Arrays.copyOfRange(other, from, other.length));
			}
			case 6 -> number(bytes, piece);
			default -> {
				byte[] flipped = bytes.clone();
				if (flipped.length > 0) {
					flipped[Math.min(at, flipped.length - 1)] ^= (byte) (1 << this.random.nextInt(8));
				}
				yield flipped;
			}
		};
	}

	/** Some number of the text is another one. */
	private byte[] number(byte[] bytes, byte[] piece) {
		int start = place(bytes);
		while (start < bytes.length && (bytes[start] < '0' || bytes[start] > '9')) {
			start++;
		}
		int end = start;
		while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
			end++;
		}
		return spliced(bytes, start, end, piece);
	}

	private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(bytes, 0, from);
		out.writeBytes(piece);
		out.write(bytes, to, bytes.length - to);
		return out.toByteArray();
	}

	private int place(byte[] bytes) {
		return (bytes.length == 0) ? 0 : this.random.nextInt(bytes.length);
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private interface Reading {

		boolean run() throws IOException;

	}

	/** Whether a table was read; {@code false} where it was refused. */
	private boolean bounded(int input, byte[] sent, Reading reading) {
		long allocated = MEMORY.getCurrentThreadAllocatedBytes();
		long began = System.nanoTime();
		boolean read;
		try {
			read = reading.run();
		}
		catch (ProblemException refused) {
			assertThat(refused.code().kind().status()).as(refused.detail()).isBetween(400, 499);
			assertThat(refused.detail()).doesNotContain(SECRET);
			read = false;
		}
		catch (Exception | Error ex) {
			throw new AssertionError("input " + input + ":\n" + new String(sent, StandardCharsets.ISO_8859_1), ex);
		}
		if (System.nanoTime() - began > LONGEST || MEMORY.getCurrentThreadAllocatedBytes() - allocated > MOST_MEMORY) {
			fail("input %d took %d ms and %d bytes:%n%s", input, (System.nanoTime() - began) / 1_000_000,
					MEMORY.getCurrentThreadAllocatedBytes() - allocated, new String(sent, StandardCharsets.ISO_8859_1));
		}
		return read;
	}

	private boolean rows(byte[] sent) throws IOException {
		String head = new String(sent, 0, Math.min(sent.length, 1 << 16), StandardCharsets.UTF_8);
		// a body that is text has become UTF-8 when it is spooled
		byte[] spooled = head.startsWith("SIMPLE") ? sent
				: new String(sent, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
		Path file = Files.write(this.directory.resolve("mutated"), spooled);
		Optional<SentRows.Source> source = AstronomyTable.of(file, head, 1, TableLimits.DEFAULTS);
		if (source.isEmpty()) {
			return false;
		}
		try (SentRows rows = source.get().open()) {
			int columns = rows.header().size();
			for (SentRow row = rows.next(); row != null; row = rows.next()) {
				assertThat(row.cells()).hasSize(columns).noneMatch((cell) -> cell.contains(SECRET));
			}
			rows.notes().forEach((note) -> assertThat(note).doesNotContain(SECRET));
		}
		return true;
	}

	private boolean receive(byte[] sent) {
		try (Upload upload = this.datasets.receive(new ByteArrayInputStream(sent), "table")) {
			return upload.report().rows() > 0;
		}
	}

}
