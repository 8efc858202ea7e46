package io.exoscout.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import io.exoscout.forest.Forest;
import io.exoscout.forest.ForestBytes;
import io.exoscout.forest.Forests;
import io.exoscout.neighbour.NeighbourFile;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.Digests;

/**
 * The one file format of trained models, little-endian throughout:
 *
 * <pre>
 * 8 bytes   EXOSCOUT
 * int32     format version, 4
 * int32     length of the manifest, then the manifest as UTF-8 JSON
 * int32     number of forests, then each of them:
 * float64   its weight in the average
 * 7 int32   link, features, classes, base scores, trees, nodes, leaf values
 * float64   base scores
 * int32     first node of each tree, then the output each tree adds to
 * column    int32: feature of each node (-1: a leaf)
 * column    float32: threshold of each split
 * column    int32: of each split 1 where a missing value goes left, else 0
 * column    float32: cover of each leaf
 * column    int32: of each split how far the bits of its cover are above those of the
 *           sum of its children's covers
 * column    float64: leaf values, leaf after leaf
 * int32     number of objects of the training table, then of all of them:
 * 2 columns int64: name, star
 * 7 columns float32: period, epoch, duration, radius, impact parameter, right ascension,
 *           declination
 * int32     number of training rows kept, then, if there are any, of all of them:
 * columns   float32: values, a column for each feature (NaN: missing)
 * int8      classes
 * column    int32: stars, the same number for rows of one star
 * int32     number of columns whose blanks were counted, then the length and UTF-8 name of each
 * 3 int64   rows of the training table that are planets, no planets, undecided
 * int32     number of combinations of blank columns, then of each of them:
 * bits      which columns are blank, as many bytes as it takes
 * 3 int64   rows that have it: planets, no planets, undecided
 * 32 bytes  SHA-256 of everything before, at the end of the file
 * </pre>
 *
 * A column is written as {@link io.exoscout.packed.PackedColumn} says. Versions up to 3
 * had plain arrays in their place, and the right child or first leaf value of each node.
 * Version 1 had one forest, neither number nor weight, and no objects; versions 1 and 2
 * had no training rows and what follows them. The same model always gives the same bytes.
 * A file is data: reading one runs nothing, allocates no more than a small multiple of
 * the file's length, and refuses what could send a prediction out of bounds or round in
 * circles.
 */
public final class ModelFile {

	/** Longer files are refused. */
	static final int MAX_BYTES = 1 << 30;

	static final int VERSION = 4;

	/** The first version with packed columns. */
	private static final int PACKED = 4;

	private static final long MAGIC = 0x54554F43534F5845L;

	private static final int DIGEST_BYTES = 32;

	private ModelFile() {
	}

	/** Writes a model down. */
	public static byte[] write(TrainedModel model) {
		byte[] json = ManifestJson.write(model.manifest());
		Forests forests = model.forests();
		long most = 16L + json.length + Integer.BYTES + forests.members().size() * (long) Double.BYTES
				+ forests.mostBytes() + NeighbourFile.mostBytes(model.neighbours()) + model.rows().mostBytes()
				+ DIGEST_BYTES;
		if (most > MAX_BYTES) {
			throw new IllegalArgumentException("A model file of up to " + most + " bytes is too long");
		}
		ByteBuffer file = ByteBuffer.allocate((int) most).order(ByteOrder.LITTLE_ENDIAN);
		file.putLong(MAGIC).putInt(VERSION).putInt(json.length).put(json);
		file.putInt(forests.members().size());
		for (int i = 0; i < forests.members().size(); i++) {
			file.putDouble(forests.weights().get(i));
			ForestBytes.write(forests.members().get(i), file);
		}
		NeighbourFile.write(model.neighbours(), file);
		model.rows().write(file);
		file.put(digest(file.array(), file.position()));
		return Arrays.copyOf(file.array(), file.position());
	}

	/**
	 * Reads a model.
	 * @param file the file's bytes; not closed
	 * @return the model
	 * @throws IOException if reading fails
	 * @throws ProblemException {@code INVALID} (code {@code invalid_model_file}) if this
	 * is no complete, intact model file of a known version
	 */
	public static TrainedModel read(InputStream file) throws IOException {
		byte[] bytes = file.readNBytes(MAX_BYTES);
		if (bytes.length == MAX_BYTES) {
			throw invalid("it is longer than " + MAX_BYTES + " bytes");
		}
		return read(bytes);
	}

	/** Reads a model from the bytes of a whole file; otherwise as from a stream. */
	public static TrainedModel read(byte[] bytes) {
		if (bytes.length < 16 + DIGEST_BYTES) {
			throw invalid("it ends too early");
		}
		ByteBuffer file = ByteBuffer.wrap(bytes, 0, bytes.length - DIGEST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
		if (file.getLong() != MAGIC) {
			throw invalid("it does not begin like one");
		}
		int version = file.getInt();
		if (version < 1 || version > VERSION) {
			throw invalid("its format version is " + version + ", known are 1 to " + VERSION);
		}
		if (!ByteBuffer.wrap(digest(bytes, file.limit())).equals(ByteBuffer.wrap(bytes, file.limit(), DIGEST_BYTES))) {
			throw invalid("its digest does not match its content");
		}
		int length = file.getInt();
		if (length < 0 || length > file.remaining()) {
			throw invalid("its manifest is longer than the file");
		}
		byte[] json = new byte[length];
		file.get(json);
		ModelManifest manifest = part(() -> ManifestJson.read(json));
		boolean packed = version >= PACKED;
		Forests forests = (version == 1) ? Forests.of(forest(file, false)) : forests(file, packed);
		Neighbours neighbours = (version == 1) ? Neighbours.NONE
				: part(() -> packed ? NeighbourFile.read(file) : NeighbourFile.readPlain(file),
						"its objects are not complete");
		TrainingRows rows = (version < 3) ? TrainingRows.NONE
				: part(() -> rows(file, forests, packed), "its training rows are not complete");
		if (file.hasRemaining()) {
			throw invalid("something follows its rows");
		}
		if (manifest.features().size() != forests.features() || manifest.classNames().size() != forests.classes()
				|| manifest.importance().length != forests.features()
				|| !manifest.calibrator().fits(forests.classes())) {
			throw invalid("its manifest and its forests do not agree");
		}
		return new TrainedModel(manifest, forests, neighbours, rows);
	}

	/** Reads a part whose reader says in words what is wrong with it. */
	private static <T> T part(Supplier<T> reader) {
		try {
			return reader.get();
		}
		catch (IllegalArgumentException ex) {
			throw invalid(String.valueOf(ex.getMessage())).causedBy(ex);
		}
	}

	/** Reads a part whose reader only says that something is wrong. */
	private static <T> T part(Supplier<T> reader, String fault) {
		try {
			return reader.get();
		}
		catch (IllegalArgumentException ex) {
			throw invalid(fault).causedBy(ex);
		}
	}

	private static Forest forest(ByteBuffer file, boolean packed) {
		return part(() -> packed ? ForestBytes.read(file) : ForestBytes.readPlain(file));
	}

	private static TrainingRows rows(ByteBuffer file, Forests forests, boolean packed) {
		return packed ? TrainingRows.read(file, forests.features(), forests.classes())
				: TrainingRows.readPlain(file, forests.features(), forests.classes());
	}

	private static Forests forests(ByteBuffer file, boolean packed) {
		List<Forest> members = new ArrayList<>();
		List<Double> weights = new ArrayList<>();
		int count = (file.remaining() < Integer.BYTES) ? 0 : file.getInt();
		for (int i = 0; i < count; i++) {
			if (file.remaining() < Double.BYTES) {
				throw invalid("it ends before its forests");
			}
			weights.add(file.getDouble());
			members.add(forest(file, packed));
		}
		return part(() -> new Forests(members, weights), "its forests do not fit together");
	}

	private static ProblemException invalid(String reason) {
		return new ProblemException(ErrorCode.INVALID_MODEL_FILE, "This is not an intact model file: " + reason + ".");
	}

	private static byte[] digest(byte[] bytes, int length) {
		MessageDigest sha256 = Digests.sha256();
		sha256.update(bytes, 0, length);
		return sha256.digest();
	}

}
