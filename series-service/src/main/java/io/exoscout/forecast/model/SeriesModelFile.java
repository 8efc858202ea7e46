package io.exoscout.forecast.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file format of models of series, little-endian:
 *
 * <pre>
 * 8 bytes   EXOSERIE
 * int32     format version, 1
 * int32     length of what follows
 * bytes     the model as UTF-8 JSON; its numbers are written so that they are read again
 *           as the same
 * 32 bytes  SHA-256 of everything before, at the end of the file
 * </pre>
 *
 * The same model always gives the same bytes. A file is data: reading one runs nothing.
 */
public final class SeriesModelFile {

	static final int VERSION = 1;

	private static final byte[] MAGIC = { 'E', 'X', 'O', 'S', 'E', 'R', 'I', 'E' };

	private static final int DIGEST = 32;

	private static final int HEAD = MAGIC.length + 2 * Integer.BYTES;

	private static final JsonMapper JSON = new JsonMapper();

	private SeriesModelFile() {
	}

	/** The bytes of a model. */
	public static byte[] write(SeriesModel model) {
		byte[] json = JSON.writeValueAsBytes(model);
		ByteBuffer file = ByteBuffer.allocate(HEAD + json.length + DIGEST).order(ByteOrder.LITTLE_ENDIAN);
		file.put(MAGIC).putInt(VERSION).putInt(json.length).put(json);
		file.put(digest(file.array(), HEAD + json.length));
		return file.array();
	}

	/**
	 * Reads a model.
	 * @throws ProblemException {@code invalid_model_file} if the bytes are not what was
	 * written, or {@code unknown_feature_set} if a later version wrote them
	 */
	public static SeriesModel read(byte[] bytes) {
		if (bytes.length < HEAD + DIGEST || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
			throw invalid("it does not begin as one");
		}
		int end = bytes.length - DIGEST;
		if (!MessageDigest.isEqual(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
			throw invalid("its digest is another one");
		}
		ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
		int version = file.getInt();
		if (version != VERSION) {
			throw new ProblemException(ErrorCode.UNKNOWN_FEATURE_SET,
					"The model of series is of version %d; this program reads version %d.".formatted(version, VERSION));
		}
		if (file.getInt() != end - HEAD) {
			throw invalid("it has another length");
		}
		try {
			return JSON.readValue(bytes, HEAD, end - HEAD, SeriesModel.class);
		}
		catch (JacksonException ex) {
			throw invalid("what it says is no model").causedBy(ex);
		}
	}

	private static byte[] digest(byte[] bytes, int end) {
		MessageDigest digest = Digests.sha256();
		digest.update(bytes, 0, end);
		return digest.digest();
	}

	private static ProblemException invalid(String why) {
		return new ProblemException(ErrorCode.INVALID_MODEL_FILE,
				"The file of the model of series is not intact: %s.".formatted(why));
	}

}
