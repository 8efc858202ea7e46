package io.exoscout.store;

/**
 * What a sweep of the blob store found and did.
 *
 * @param blobs how many there were
 * @param unneeded how many of them were old and nobody pointed at them
 * @param setAside how many things were set aside, parts of blobs included
 * @param purged how many things are gone for good
 * @param stopped whether nothing was touched, because too many seemed to be unneeded
 */
public record BlobSweep(long blobs, long unneeded, long setAside, long purged, boolean stopped) {

	/** Nothing was touched. */
	public static BlobSweep stopped(long blobs, long unneeded) {
		return new BlobSweep(blobs, unneeded, 0, 0, true);
	}

	/** What was found was dealt with. */
	public static BlobSweep done(long blobs, long unneeded, long setAside, long purged) {
		return new BlobSweep(blobs, unneeded, setAside, purged, false);
	}

}
