package io.exoscout.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

import io.exoscout.home.OwnerOnly;
import io.exoscout.home.SetAside;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The file of the embedded database, which carries the identity of its data directory.
 * One that is missing, empty, cut, damaged or from elsewhere is refused, and not touched:
 * an empty database would say of everything that nobody needs it.
 */
final class DatabaseFile {

	private final Path home;

	private final Path file;

	private final HomeIdentity identity;

	/** The file of a data directory; nobody has looked for it yet. */
	DatabaseFile(Path home) {
		this.home = home;
		this.file = directory().resolve("exoscout.mv");
		this.identity = new HomeIdentity(home);
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	private Path directory() {
		return this.home.resolve("database");
	}

	/** Where the version is noted up to which writes were acknowledged. */
	Path note() {
		return directory().resolve("committed");
	}

	/**
	 * Opens the store, or makes it at the first start.
	 * @param beginning what to do if it is not what it was
	 * @return the store; its map {@code installation} has the identity
	 * @throws StartFailed if the file is not what it was
	 */
	MVStore open(StartMode beginning) throws IOException {
		OwnerOnly.directory(directory());
		try {
			return opened(beginning);
		}
		catch (StartFailed refused) {
			if (beginning != StartMode.ANEW) {
				throw refused;
			}
			setAside();
			create(UUID.randomUUID().toString());
			return opened(StartMode.CAREFUL);
		}
	}

	private MVStore opened(StartMode beginning) throws IOException {
		Optional<String> home = this.identity.read();
		if (!exists()) {
			if (home.isPresent() && beginning != StartMode.FOR_A_BACKUP) {
				throw refused("is missing, though this data directory had one (identity %s)".formatted(home.get()));
			}
			create(home.orElseGet(() -> UUID.randomUUID().toString()));
		}
		requireSome();
		OwnerOnly.file(this.file);
		MVStore store = open(this.file);
		try {
			// before its writes are counted by the note of this directory
			requireOwn(store, home);
			new StoreCheck(store, this::refused).check(this.note(), beginning);
			identify(store, home);
			return store;
		}
		catch (IOException | RuntimeException ex) {
			store.closeImmediately();
			throw ex;
		}
	}

	/**
	 * Opens a store again that failed while it was in use, for reading alone if its file
	 * can not be written.
	 * @throws StartFailed if it lacks a write that was acknowledged
	 */
	MVStore openAgain() {
		MVStore store = open(this.file);
		try {
			new StoreCheck(store, this::refused).check(note(), StartMode.CAREFUL);
			return store;
		}
		catch (IOException ex) {
			store.closeImmediately();
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException ex) {
			store.closeImmediately();
			throw ex;
		}
	}

	/** Says whether it can be written. */
	WriteGuard guard() {
		return new WriteGuard(this.file);
	}

	private void requireSome() throws IOException {
		if (Files.size(this.file) == 0) {
			throw refused("is empty (0 bytes)");
		}
		if (!Files.isReadable(this.file) || !Files.isWritable(this.file)) {
			throw new StartFailed(
					"the database file %s can not be read and written. Check its permissions.".formatted(this.file));
		}
	}

	private MVStore open(Path path) {
		try {
			// what waits in a cache for long is what a garbage collector moves around:
			// its pauses are half as long as with H2's 16 MB, and the system keeps the
			// file in memory anyway
			MVStore store = new MVStore.Builder().fileName(path.toString())
				.cacheSize(2)
				.autoCommitDisabled()
				.compress()
				.open();
			// old versions of pages would make the file grow a hundredfold
			store.setRetentionTime(0);
			store.setVersionsToKeep(0);
			return store;
		}
		catch (MVStoreException ex) {
			if (ex.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
				throw ex;
			}
			throw refused("is cut or damaged: it can not be opened", ex);
		}
	}

	/**
	 * Made under another name, so that a crash leaves no file that looks like one that
	 * lost what it had.
	 */
	private void create(String name) throws IOException {
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		Files.deleteIfExists(draft);
		Files.deleteIfExists(note());
		try (MVStore store = open(draft)) {
			StoreCheck.identify(store, name);
		}
		Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
		this.identity.write(name);
	}

	private void requireOwn(MVStore store, Optional<String> home) {
		Optional<String> own = StoreCheck.identity(store);
		if (own.isPresent() && home.isPresent() && !own.equals(home)) {
			throw refused(
					"is that of another data directory (identity %s, here it is %s)".formatted(own.get(), home.get()));
		}
	}

	/** Gives directory and file the same identity where one of them has none. */
	private void identify(MVStore store, Optional<String> home) throws IOException {
		Optional<String> own = StoreCheck.identity(store);
		String name = own.or(() -> home).orElseGet(() -> UUID.randomUUID().toString());
		if (own.isEmpty()) {
			// from before there were identities
			StoreCheck.identify(store, name);
		}
		if (home.isEmpty()) {
			this.identity.write(name);
		}
	}

	/**
	 * The server's view of the store, of which all that is in it can be read.
	 * @param store the store
	 * @param committed where to note what is committed
	 * @throws StartFailed if a part of it is damaged
	 */
	CommittingBackend backend(MVStore store, CommittedVersion committed) {
		CommittingBackend backend = new CommittingBackend(store, committed::note, guard()::isWritable);
		try {
			backend.openAll();
			return backend;
		}
		catch (MVStoreException ex) {
			store.closeImmediately();
			throw refused("is damaged: a part of it can not be read", ex);
		}
	}

	private void setAside() throws IOException {
		SetAside.move(this.home, directory());
		Files.createDirectories(directory());
	}

	private StartFailed refused(String what) {
		return new StartFailed(reason(what));
	}

	private StartFailed refused(String what, Throwable cause) {
		return new StartFailed(reason(what), cause);
	}

	private String reason(String what) {
		return ("the database file %s %s. Put the right file back, restore a backup into another data directory, or begin "
				+ "anew by EXOSCOUT_BEGINANEW=true, which sets aside what is there.")
			.formatted(this.file, what);
	}

}
