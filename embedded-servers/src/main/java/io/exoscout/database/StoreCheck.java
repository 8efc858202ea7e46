package io.exoscout.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Whether an opened store is all that was committed to it. A store that lost its end, or
 * had its end overwritten, opens as it was some versions ago without a word, or as one
 * with nothing in it. One that was only not closed is as good as any.
 *
 * @param store the store
 * @param refusal puts what is wrong into words
 */
record StoreCheck(MVStore store, Function<String, StartFailed> refusal) {

	private static final int BLOCK = 4096;

	/** Beside those of the databases, which begin with {@code databases}. */
	private static final String MAP = "installation";

	private static final String KEY = "identity";

	static Optional<String> identity(MVStore store) {
		return store.hasMap(MAP) ? Optional.ofNullable(map(store).get(KEY)) : Optional.empty();
	}

	static void identify(MVStore store, String identity) {
		map(store).put(KEY, identity);
		store.commit();
	}

	private static MVMap<String, String> map(MVStore store) {
		return store.openMap(MAP);
	}

	void check(Path note, StartMode beginning) throws IOException {
		if (this.store.getMapNames().isEmpty()) {
			throw this.refusal.apply("is cut: nothing is left in it");
		}
		if (beginning != StartMode.AS_IT_IS) {
			requireNewest(note);
			requireChunks();
		}
	}

	private void requireNewest(Path note) throws IOException {
		long version = this.store.getCurrentVersion();
		long header = DataUtils.readHexLong(this.store.getStoreHeader(), "version", 0);
		long newest = Math.max(header, noted(note, version == header).orElse(0));
		if (version < newest) {
			throw this.refusal.apply(("is cut, or a copy made while it was in use: it ends with write %d of %d "
					+ "(EXOSCOUT_DATABASE_ASITIS=true takes it as it is, and the later writes are lost)")
				.formatted(version, newest));
		}
	}

	/**
	 * What was noted does not count for a copy of the file that was made while nobody
	 * used it: somebody has put it back.
	 */
	private OptionalLong noted(Path note, boolean complete) throws IOException {
		if (complete && this.store.getStoreHeader().containsKey("clean")) {
			return OptionalLong.empty();
		}
		try (CommittedVersion committed = CommittedVersion.open(note)) {
			return committed.read();
		}
	}

	/** Looks at the beginning of each part of the file that is in use. */
	private void requireChunks() {
		FileStore<?> file = this.store.getFileStore();
		for (Map.Entry<String, String> entry : this.store.getLayoutMap().entrySet()) {
			if (entry.getKey().startsWith("chunk.")) {
				requireChunk(DataUtils.parseMap(entry.getValue()), file);
			}
		}
	}

	private void requireChunk(Map<String, String> chunk, FileStore<?> file) {
		long start = DataUtils.readHexLong(chunk, "block", 0) * BLOCK;
		long end = start + DataUtils.readHexLong(chunk, "len", 0) * BLOCK;
		// one that is not needed any more has no place
		if (start > 0 && (end > file.size() || !beginsAt(start, chunk.getOrDefault("chunk", ""), file))) {
			throw this.refusal.apply("is cut or damaged: a part of it is missing, from byte %d on".formatted(start));
		}
	}

	private static boolean beginsAt(long start, String id, FileStore<?> file) {
		try {
			ByteBuffer bytes = file.readFully(null, start, 64);
			return StandardCharsets.ISO_8859_1.decode(bytes).toString().startsWith("chunk:" + id + ",");
		}
		catch (MVStoreException ex) {
			return false;
		}
	}

}
