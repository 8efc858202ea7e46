package io.exoscout.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Small tables made for tests, and large ones that are never held in memory. */
public final class MadeTables {

	public static final String KEPLER_HEADER = "kepid,kepoi_name,koi_disposition,koi_score,koi_period,koi_duration,koi_depth,koi_prad,ra";

	private MadeTables() {
	}

	/** A Kepler table that can be trained on: as many planets as false positives. */
	public static String kepler(int rows) {
		StringBuilder table = new StringBuilder(KEPLER_HEADER).append('\n');
		for (int i = 0; i < rows; i++) {
			table.append(1000 + i)
				.append(String.format(",K%05d.01,", i + 1))
				.append((i % 2 == 0) ? "CONFIRMED" : "FALSE POSITIVE")
				.append(",0.5,")
				.append(1.5 + i)
				.append(",3.2")
				.append(i % 7)
				.append(",")
				.append(100 + 3 * i)
				.append(",1.")
				.append(i % 9)
				.append(",290.1\n");
		}
		return table.toString();
	}

	/** The rows of a table as a client would write them in JSON. */
	public static String json(String table) {
		List<String> lines = table.lines().toList();
		List<String> header = Arrays.asList(lines.get(0).split(","));
		List<String> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",");
			rows.add(IntStream.range(0, cells.length)
				.mapToObj((i) -> "\"%s\": %s".formatted(header.get(i),
						cells[i].matches("-?\\d+(\\.\\d+)?") ? cells[i] : "\"" + cells[i] + "\""))
				.reduce((a, b) -> a + ", " + b)
				.map("{%s}"::formatted)
				.orElseThrow());
		}
		return rows.toString();
	}

	public static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	public static byte[] gzip(byte[] bytes) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	/** A start, one character over and over, and an end, made while it is read. */
	public static InputStream repeated(String start, char repeated, long times, String end) {
		byte[] head = start.getBytes(StandardCharsets.UTF_8);
		byte[] tail = end.getBytes(StandardCharsets.UTF_8);
		return new InputStream() {

			private long at;

			@Override
			public int read() {
				long i = this.at++;
				if (i < head.length) {
					return head[(int) i];
				}
				if (i < head.length + times) {
					return repeated;
				}
				i -= head.length + times;
				return (i < tail.length) ? tail[(int) i] : -1;
			}

			@Override
			public int read(byte[] target, int offset, int length) {
				int count = 0;
				for (int b; count < length && (b = read()) >= 0; count++) {
					target[offset + count] = (byte) b;
				}
				return (count == 0 && length > 0) ? -1 : count;
			}
		};
	}

}
