package io.exoscout.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.springframework.util.FileSystemUtils;

/**
 * Backups as files.
 *
 * @param directory where they lie; has to be there
 */
record DirectoryTarget(Path directory) implements BackupTarget {

	@Override
	public BackupManifest write(BackupStores source, String name, String program, Clock clock) {
		return Backup.write(source, file(name), program, clock);
	}

	@Override
	public <T> T read(String name, Function<Path, T> reader) {
		return reader.apply(file(name));
	}

	@Override
	public List<String> names() {
		return names("*");
	}

	private List<String> names(String pattern) {
		List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.directory, pattern)) {
			files.forEach((file) -> names.add(file.getFileName().toString()));
			return names;
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
	}

	@Override
	public void delete(String name) {
		try {
			FileSystemUtils.deleteRecursively(file(name));
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
	}

	@Override
	public void clearAfter(String name) {
		names(Backup.bench(name) + "*").forEach(this::delete);
	}

	@Override
	public long bytes(String name) {
		try {
			return Files.size(file(name));
		}
		catch (IOException ex) {
			throw BackupFailed.writing(ex);
		}
	}

	@Override
	public String place(String name) {
		return file(name).toString();
	}

	private Path file(String name) {
		return this.directory.resolve(name);
	}

}
