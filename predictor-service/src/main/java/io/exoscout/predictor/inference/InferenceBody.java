package io.exoscout.predictor.inference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.InflaterInputStream;

import io.exoscout.gzip.GzipStream;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.BodyRoom;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * A body of the protocol: JSON and, behind it, the data of tensors that are not in it
 * (the extension <a href=
 * "https://kserve.github.io/website/docs/concepts/architecture/data-plane/v2-protocol/binary-tensor-data-extension">binary
 * tensor data</a>).
 *
 * @param json the first part
 * @param binary the second one, little-endian; of the same length as nothing where there
 * is none
 */
record InferenceBody(byte[] json, ByteBuffer binary) {

	/** Says how long the JSON is, in both directions. */
	static final String LENGTH = "Inference-Header-Content-Length";

	private static final int BUFFER = 1 << 16;

	/** Four times what a body may have as it is sent. */
	private static final int UNPACKED = (int) DataSize.ofMegabytes(40).toBytes();

	/**
	 * Parts a body.
	 * @param sent all of it
	 * @param encoding the header {@code Content-Encoding}, if there is one
	 * @param length the header {@link #LENGTH}, if there is one: of the body as it was
	 * before it was packed
	 * @param share takes room for what is unpacked
	 * @throws ProblemException {@code INVALID} if there is no such part, {@code
	 * UNSUPPORTED} if it is packed in another way
	 */
	static InferenceBody of(byte[] sent, @Nullable String encoding, @Nullable String length, BodyRoom.Share share) {
		byte[] body = unpacked(sent, encoding, share);
		int json = (length != null) ? length(length, body.length) : body.length;
		return new InferenceBody((json == body.length) ? body : Arrays.copyOf(body, json),
				ByteBuffer.wrap(body, json, body.length - json).slice().order(ByteOrder.LITTLE_ENDIAN));
	}

	private static int length(String length, int most) {
		// nine digits are more than a body may have, and fewer than an integer can have
		int json = length.strip().matches("\\d{1,9}") ? Integer.parseInt(length.strip()) : -1;
		if (json < 0 || json > most) {
			throw ProblemException.invalidParameter(LENGTH,
					"%s is '%s'; accepted is how many of the %d bytes of the body are JSON.".formatted(LENGTH,
							Quoted.shortened(length), most));
		}
		return json;
	}

	private static byte[] unpacked(byte[] sent, @Nullable String encoding, BodyRoom.Share share) {
		if (encoding == null) {
			return sent;
		}
		String name = encoding.strip().toLowerCase(Locale.ROOT);
		return switch (name) {
			case "", "identity" -> sent;
			case "gzip", "deflate" -> {
				try (InputStream packed = new ByteArrayInputStream(sent);
						InputStream plain = name.equals("gzip") ? new GzipStream(packed, BUFFER)
								: new InflaterInputStream(packed)) {
					yield all(plain, share);
				}
				catch (IOException ex) {
					throw new ProblemException(ErrorCode.BROKEN_GZIP,
							"The body can not be unpacked to its end; Content-Encoding says that it is packed with %s."
								.formatted(name))
						.causedBy(ex);
				}
			}
			default -> throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
					"Content-Encoding is '%s'; accepted are gzip and deflate.".formatted(Quoted.shortened(encoding)));
		};
	}

	private static byte[] all(InputStream plain, BodyRoom.Share share) throws IOException {
		int most = (int) Math.min(UNPACKED, share.most());
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (byte[] part = plain.readNBytes(BUFFER); part.length > 0; part = plain.readNBytes(BUFFER)) {
			if (body.size() + part.length > most) {
				throw new ProblemException(ErrorCode.BODY_TOO_LARGE,
						"The body is larger than the %d bytes that are accepted once it is unpacked.".formatted(most));
			}
			share.take(part.length);
			body.writeBytes(part);
		}
		return body.toByteArray();
	}

}
