package io.exoscout.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.exoscout.store.BlobMark;
import io.exoscout.store.BlobProblems;

/** The identity of blobs in a bucket, in the object {@code identity} beside them. */
public record S3BlobMark(S3Objects objects) implements BlobMark {

	private static final String IDENTITY = "identity";

	/** Nobody looks below it, and nothing is removed there. */
	private static final String SET_ASIDE = "set-aside/";

	private static final List<String> PLACES = List.of(S3BlobStore.BLOBS, S3BlobStore.REMOVED);

	/** As long as any identity may be; the object may hold anything. */
	private static final int LONGEST = 200;

	@Override
	public Optional<String> identity() {
		Optional<S3Bytes> mark = this.objects.open(IDENTITY);
		if (mark.isEmpty()) {
			return Optional.empty();
		}
		try (InputStream in = mark.get()) {
			String identity = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
			return identity.isEmpty() ? Optional.empty() : Optional.of(identity);
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable(ex);
		}
	}

	@Override
	public void identify(String identity) {
		this.objects.put(IDENTITY, (identity + "\n").getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean isEmpty() {
		return PLACES.stream().noneMatch(this.objects::any);
	}

	@Override
	public long count() {
		return keys().size();
	}

	private List<String> keys() {
		List<String> keys = new ArrayList<>();
		PLACES.forEach((place) -> this.objects.each(place, (entry) -> keys.add(entry.key())));
		return keys;
	}

	@Override
	public void setAside(String name) {
		keys().forEach((key) -> move(key, name));
		move(IDENTITY, name);
	}

	private void move(String key, String name) {
		if (this.objects.copy(key, SET_ASIDE + name + "/" + key)) {
			this.objects.delete(key);
		}
	}

	@Override
	public String place() {
		return this.objects.place();
	}

}
