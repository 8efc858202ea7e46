package io.exoscout.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets on which this process listens, as Linux tells. */
final class ListeningSockets {

	private static final String LISTEN = "0A";

	private ListeningSockets() {
	}

	/** A socket by what it is bound to. */
	record Bound(InetAddress address, int port) {
	}

	static List<Bound> own() {
		Set<String> own = inodes();
		List<Bound> bound = new ArrayList<>();
		for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
			for (String line : lines(Path.of(table))) {
				String[] cells = line.strip().split("\\s+");
				if (cells.length > 9 && cells[3].equals(LISTEN) && own.contains("socket:[" + cells[9] + "]")) {
					bound.add(bound(cells[1]));
				}
			}
		}
		return bound;
	}

	private static Set<String> inodes() {
		try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
			return files.map(ListeningSockets::target).collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String target(Path file) {
		try {
			return Files.readSymbolicLink(file).toString();
		}
		catch (NoSuchFileException closed) {
			return "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> lines(Path table) {
		try {
			return Files.readAllLines(table);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Words of four bytes, each with its last byte first. */
	private static Bound bound(String local) {
		String[] parts = local.split(":");
		byte[] told = HexFormat.of().parseHex(parts[0]);
		ByteBuffer address = ByteBuffer.allocate(told.length);
		ByteBuffer words = ByteBuffer.wrap(told).order(ByteOrder.LITTLE_ENDIAN);
		while (words.hasRemaining()) {
			address.putInt(words.getInt());
		}
		try {
			return new Bound(InetAddress.getByAddress(address.array()), Integer.parseInt(parts[1], 16));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
