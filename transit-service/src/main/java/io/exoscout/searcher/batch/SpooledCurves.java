package io.exoscout.searcher.batch;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.exoscout.body.ScratchFile;
import io.exoscout.lightcurve.LightCurve;
import io.exoscout.lightcurve.StoredCurve;
import io.exoscout.store.BlobStore;
import io.exoscout.store.Digests;

/** The points of many curves, one behind the other on disk, until all were read. */
public final class SpooledCurves {

	private static final int BUFFER = 1 << 16;

	private final ScratchFile file;

	private long end;

	/** Behind what is in a file. */
	public SpooledCurves(ScratchFile file) {
		this.file = file;
	}

	/**
	 * Where a curve lies.
	 *
	 * @param from its first byte
	 * @param to behind its last
	 * @param sha256 hex digest of them
	 */
	public record Place(long from, long to, String sha256) {
	}

	/** Writes a curve. */
	public Place add(LightCurve curve) throws IOException {
		long from = this.end;
		MessageDigest digest = Digests.sha256();
		try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(new Appending(), digest), BUFFER)) {
			StoredCurve.write(curve, out);
		}
		return new Place(from, this.end, HexFormat.of().formatHex(digest.digest()));
	}

	/** Stores a curve; doing so twice stores it once. */
	public void keep(Place place, BlobStore blobs) {
		byte[] bytes = this.file.read(place.from(), place.to());
		blobs.put(new ByteArrayInputStream(bytes), bytes.length, place.sha256());
	}

	/** Writes behind what is there. */
	private final class Appending extends OutputStream {

		@Override
		public void write(int one) {
			write(new byte[] { (byte) one }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			SpooledCurves.this.end = SpooledCurves.this.file.write(ByteBuffer.wrap(bytes, offset, length));
		}

	}

}
