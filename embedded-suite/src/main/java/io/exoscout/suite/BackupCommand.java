package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import io.exoscout.backup.Backup;
import io.exoscout.backup.BackupManifest;
import io.exoscout.backup.Restore;
import io.exoscout.database.StartFailed;

/** {@code backup FILE} and {@code restore FILE}. */
record BackupCommand(Path file, String[] args) {

	/** The command as it was typed: the words are itself and its file. */
	public static BackupCommand of(List<String> words, String... args) {
		if (words.size() != 2) {
			throw new StartFailed(
					"%s needs one file, but was given %s".formatted(words.get(0), words.subList(1, words.size())));
		}
		return new BackupCommand(Path.of(words.get(1)), args);
	}

	public void backup(PrintStream out) throws IOException {
		try (OpenStores source = OpenStores.filled(this.args)) {
			out.println("Backing up " + source.place());
			String program = BackupCommand.class.getPackage().getImplementationVersion();
			BackupManifest manifest = Backup.write(source.stores(), this.file,
					Objects.requireNonNullElse(program, "development"), Clock.systemUTC());
			if (manifest.leftOut() > 0) {
				out.printf("%d documents were deleted meanwhile and are left out%n", manifest.leftOut());
			}
			out.printf("%s holds %s, in %,d bytes%n", this.file, manifest.contents(), Files.size(this.file));
		}
	}

	public void restore(PrintStream out) {
		try (OpenStores target = OpenStores.any(this.args)) {
			out.println("Restoring into " + target.place());
			Restore.Restored outcome = Restore.read(this.file, target.stores(), target::prepare);
			if (outcome.interrupted() > 0) {
				out.printf("%d jobs were running at the time of the backup and wait again%n", outcome.interrupted());
			}
			out.printf("%s are back as they were at %s%n", outcome.manifest().contents(),
					outcome.manifest().createdAt());
		}
	}

}
