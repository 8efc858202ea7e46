package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.exoscout.backup.Backup;
import io.exoscout.backup.BackupManifest;
import io.exoscout.backup.Restore;
import io.exoscout.health.ProgramVersion;

/** {@code backup FILE} and {@code restore FILE}. */
record BackupCommand(Path file, String[] args) {

	public void backup(PrintStream out) throws IOException {
		try (OpenStores source = OpenStores.filled(this.args)) {
			out.println("Backing up " + source.place());
			BackupManifest manifest = Backup.write(source.stores(), this.file, ProgramVersion.current().version(),
					Clock.systemUTC());
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
