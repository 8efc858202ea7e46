package io.exoscout.suite;

import java.io.PrintStream;
import java.time.Clock;

import com.mongodb.MongoException;
import io.exoscout.backup.BackupManifest;
import io.exoscout.backup.BackupTargets;
import io.exoscout.backup.Restore;
import io.exoscout.health.ProgramVersion;

/**
 * {@code backup PLACE} and {@code restore PLACE}.
 *
 * @param place a file, or {@code s3://bucket/key}
 * @param args everything that was typed
 */
record BackupCommand(String place, String[] args) {

	public void backup(PrintStream out) {
		try (OpenStores source = OpenStores.filled(this.args)) {
			BackupTargets.Place backup = source.targets().of(this.place);
			out.println("Backing up " + source.place());
			BackupManifest manifest = backup.target()
				.write(source.stores(), backup.name(), ProgramVersion.current().version(), Clock.systemUTC());
			if (manifest.leftOut() > 0) {
				out.printf("%d documents were deleted meanwhile and are left out%n", manifest.leftOut());
			}
			out.printf("%s holds %s, in %,d bytes%n", this.place, manifest.contents(),
					backup.target().bytes(backup.name()));
			note(source, manifest, out);
		}
	}

	/** Whoever may only read the database can back it up all the same. */
	private static void note(OpenStores source, BackupManifest manifest, PrintStream out) {
		try {
			source.stores().note(manifest);
		}
		catch (MongoException ex) {
			out.println("The database does not take a note of it, so its age will not be watched: " + ex.getMessage());
		}
	}

	public void restore(PrintStream out) {
		BackupTargets.requireThere(this.place);
		try (OpenStores target = OpenStores.any(this.args)) {
			BackupTargets.Place backup = target.targets().of(this.place);
			out.println("Restoring into " + target.place());
			Restore.Restored outcome = backup.target()
				.read(backup.name(), (file) -> Restore.read(file, target.stores(), target::prepare));
			if (outcome.interrupted() > 0) {
				out.printf("%d jobs were running at the time of the backup and wait again%n", outcome.interrupted());
			}
			out.printf("%s are back as they were at %s%n", outcome.manifest().contents(),
					outcome.manifest().createdAt());
		}
	}

}
