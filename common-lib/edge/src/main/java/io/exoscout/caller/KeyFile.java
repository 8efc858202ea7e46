package io.exoscout.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Keys in a file that a running service reads anew when it changes: a line for each, its
 * name, its role and its digest. Whoever changes it writes another one and puts it in its
 * place, so that nobody reads half of it; of two at once the second waits.
 *
 * @param path where it is
 */
public record KeyFile(Path path) {

	private static final String HEAD = "# Keys by name, role and SHA-256; made by: java -jar exoscout.jar keys\n";

	/** Whether there is one; while there is, whoever calls has to show a key. */
	public boolean exists() {
		return Files.exists(this.path);
	}

	/**
	 * The keys in it, in the order they were added; none where there is no file.
	 * @throws UnreadableKeys if it can not be read, or is no such file
	 */
	public List<NamedKey> read() {
		if (!exists()) {
			return List.of();
		}
		try {
			List<NamedKey> keys = new ArrayList<>();
			Set<String> names = new HashSet<>();
			List<String> lines = Files.readAllLines(this.path, StandardCharsets.UTF_8);
			for (int i = 0; i < lines.size(); i++) {
				String line = lines.get(i).strip();
				if (!line.isEmpty() && !line.startsWith("#")) {
					NamedKey key = key(line, i + 1);
					if (!names.add(key.name())) {
						throw unreadable(i + 1, "there is a key '" + key.name() + "' above");
					}
					keys.add(key);
				}
			}
			return keys;
		}
		catch (IOException | UncheckedIOException ex) {
			throw new UnreadableKeys("the keys in " + this.path + " can not be read", ex);
		}
	}

	private NamedKey key(String line, int number) {
		String[] words = line.split("\\s+");
		if (words.length != 3) {
			throw unreadable(number, "it should be: name role sha256");
		}
		Role role = Role.of(words[1])
			.orElseThrow(() -> unreadable(number, "the role should be reader, analyst or admin"));
		try {
			return new NamedKey(words[0], role, words[2]);
		}
		catch (IllegalArgumentException ex) {
			throw unreadable(number, String.valueOf(ex.getMessage()));
		}
	}

	private UnreadableKeys unreadable(int line, String why) {
		return new UnreadableKeys("line %d of %s is no key: %s".formatted(line, this.path, why));
	}

	/**
	 * Adds a key; durable when this returns.
	 * @return whether there was none of this name
	 */
	public boolean add(NamedKey key) {
		return change((keys) -> {
			if (find(keys, key.name()).isPresent()) {
				return keys;
			}
			List<NamedKey> more = new ArrayList<>(keys);
			more.add(key);
			return more;
		});
	}

	/**
	 * Takes a key out; durable when this returns. The file stays, even without keys: that
	 * nobody has one does not open the service to everybody.
	 * @return whether there was one of this name
	 */
	public boolean revoke(String name) {
		return change((keys) -> keys.stream().filter((key) -> !key.name().equals(name)).toList());
	}

	/** The key of a name. */
	public static Optional<NamedKey> find(List<NamedKey> keys, String name) {
		return keys.stream().filter((key) -> key.name().equals(name)).findFirst();
	}

	private boolean change(UnaryOperator<List<NamedKey>> change) {
		// a lock of the system keeps other processes out, not other threads of this one
		synchronized (KeyFile.class) {
			return changeAlone(change);
		}
	}

	private boolean changeAlone(UnaryOperator<List<NamedKey>> change) {
		try (FileChannel lock = FileChannel.open(beside(".lock"),
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly())) {
			lock.lock();
			List<NamedKey> before = read();
			List<NamedKey> after = change.apply(before);
			if (after.size() == before.size()) {
				return false;
			}
			write(after);
			return true;
		}
		catch (IOException ex) {
			throw new UnreadableKeys("the keys in " + this.path + " can not be changed", ex);
		}
	}

	private void write(List<NamedKey> keys) throws IOException {
		byte[] text = keys.stream()
			.map((key) -> "%s %s %s\n".formatted(key.name(), key.role().id(), key.sha256()))
			.collect(Collectors.joining("", HEAD, ""))
			.getBytes(StandardCharsets.UTF_8);
		Path written = beside(".new");
		Files.deleteIfExists(written);
		try (FileChannel out = FileChannel.open(written,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
			out.write(ByteBuffer.wrap(text));
			out.force(true);
		}
		Files.move(written, this.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private Path beside(String ending) {
		return this.path.resolveSibling(this.path.getFileName() + ending);
	}

	private FileAttribute<?>[] ownerOnly() {
		FileSystem system = this.path.getFileSystem();
		return system.supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	/** Another one after each change; empty where there is none to be read. */
	public Optional<Object> stamp() {
		try {
			BasicFileAttributes attributes = Files.readAttributes(this.path, BasicFileAttributes.class);
			return Optional
				.of(List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey())));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

}
