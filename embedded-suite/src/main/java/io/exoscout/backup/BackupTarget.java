package io.exoscout.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Where backups are kept, by name. All methods fail with {@link BackupFailed}. */
public interface BackupTarget {

	/**
	 * Makes a backup. It has its name once it is whole and was read again; another one of
	 * that name stays.
	 * @param source what to back up
	 * @param name what to call it
	 * @param program version of this program, for the manifest
	 * @param clock tells the time of the backup
	 * @return what is in it
	 */
	BackupManifest write(BackupStores source, String name, String program, Clock clock);

	/** Shows a backup as a file. */
	<T> T read(String name, Function<Path, T> reader);

	/** What backups, and other things that lie there, are called. */
	List<String> names();

	/** Removes a backup; one that is not there is fine. */
	void delete(String name);

	/** Takes away what one of this name left behind that was killed. */
	void clearAfter(String name);

	/** How long it is, in bytes. */
	long bytes(String name);

	/** What a backup is called in full. */
	String place(String name);

}
