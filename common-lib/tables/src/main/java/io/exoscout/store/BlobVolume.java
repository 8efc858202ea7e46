package io.exoscout.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the volume on which blobs are kept as files. */
public record BlobVolume(Path directory) implements MeterBinder {

	private static final Logger log = LoggerFactory.getLogger(BlobVolume.class);

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "exoscout.blob.store.free", "Space left on the volume of the blobs", FileStore::getUsableSpace);
		gauge(registry, "exoscout.blob.store.size", "Size of the volume of the blobs", FileStore::getTotalSpace);
	}

	private void gauge(MeterRegistry registry, String name, String description, VolumeFigure figure) {
		Gauge.builder(name, () -> bytes(figure)).description(description).baseUnit("bytes").register(registry);
	}

	private double bytes(VolumeFigure figure) {
		try {
			return figure.of(Files.getFileStore(this.directory));
		}
		catch (IOException ex) {
			log.debug("The volume of the blobs does not say how large it is", ex);
			return Double.NaN;
		}
	}

	/** Something about a volume, in bytes. */
	private interface VolumeFigure {

		long of(FileStore volume) throws IOException;

	}

}
