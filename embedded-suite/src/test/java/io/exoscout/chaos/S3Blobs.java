package io.exoscout.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.exoscout.s3.S3Objects;
import io.exoscout.store.Digests;

/** Objects of a bucket; the key of each is its name, without the place of all blobs. */
record S3Blobs(S3Objects objects) implements StoredBlobs {

	private static final String BLOBS = "blobs/";

	@Override
	public Set<String> names() {
		Set<String> names = new TreeSet<>();
		this.objects.each("", (entry) -> names.add(entry.key().replaceFirst("^" + BLOBS, "")));
		names.remove("identity");
		return names;
	}

	@Override
	public List<String> damaged() {
		return names().stream().filter((name) -> !Digests.sha256(read(name)).equals(name)).toList();
	}

	private byte[] read(String name) {
		try (InputStream in = this.objects.open(BLOBS + name).orElseThrow()) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
