package io.exoscout.dataset;

import java.nio.file.Path;
import java.util.UUID;

import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.disk.DiskDirectory;
import io.exoscout.disk.DiskRoom;
import io.exoscout.installation.DatabaseMark;
import io.exoscout.installation.Installation;
import io.exoscout.store.BlobMark;
import io.exoscout.store.BlobSettings;
import io.exoscout.store.BlobStore;
import io.exoscout.store.BlobVolume;
import io.exoscout.store.DatabaseConfiguration;
import io.exoscout.store.DirectoryBlobMark;
import io.exoscout.store.DirectoryBlobStore;
import io.exoscout.store.GridFsBlobMark;
import io.exoscout.store.GridFsBlobStore;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * The table store. The data directory is {@code exoscout.home}, {@code ~/.exoscout}
 * unless set.
 */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
@EnableConfigurationProperties({ TableLimits.class, BlobSettings.class })
public class DatasetConfiguration {

	static final String HOME = "${exoscout.home:${user.home}/.exoscout}";

	@Bean
	BlobStore blobStore(BlobSettings settings, @Value(HOME) String home, ObjectProvider<MongoDatabaseFactory> databases,
			ObjectProvider<DiskRoom> room) {
		return switch (settings.kind()) {
			case DIRECTORY -> new DirectoryBlobStore(settings.directory(Path.of(home)),
					(bytes) -> room.ifAvailable((disk) -> disk.requireOfReserve(bytes)));
			case GRIDFS -> new GridFsBlobStore(databases.getObject());
		};
	}

	/** Blobs in a database have none, but they pass through the spool. */
	@Bean
	DiskDirectory blobDirectory(BlobSettings settings, @Value(HOME) String home) {
		return new DiskDirectory(switch (settings.kind()) {
			case DIRECTORY -> settings.directory(Path.of(home));
			case GRIDFS -> settings.spool(Path.of(home));
		});
	}

	@Bean
	DiskDirectory spoolDirectory(BlobSettings settings, @Value(HOME) String home) {
		return new DiskDirectory(settings.spool(Path.of(home)));
	}

	@Bean
	BlobMark blobMark(BlobSettings settings, @Value(HOME) String home, ObjectProvider<MongoDatabaseFactory> databases) {
		return switch (settings.kind()) {
			case DIRECTORY -> new DirectoryBlobMark(settings.directory(Path.of(home)));
			case GRIDFS -> new GridFsBlobMark(databases.getObject());
		};
	}

	/** To be checked by services; the identity is that of their home, if that has one. */
	@Bean
	@Lazy
	Installation installation(ObjectProvider<MongoDatabaseFactory> databases, BlobMark mark, BlobStore blobs,
			@Value("${exoscout.identity:}") String home, @Value("${exoscout.begin-anew:false}") boolean anew) {
		String identity = home.isEmpty() ? UUID.randomUUID().toString() : home;
		return new Installation(new DatabaseMark(databases.getObject()), mark, blobs, identity, anew);
	}

	/** A database is measured by other means. */
	@Bean
	MeterBinder blobVolume(BlobSettings settings, @Value(HOME) String home) {
		return switch (settings.kind()) {
			case DIRECTORY -> new BlobVolume(settings.directory(Path.of(home)));
			case GRIDFS -> (registry) -> {
			};
		};
	}

	@Bean
	Spool spool(BlobSettings settings, @Value(HOME) String home) {
		return new Spool(settings.spool(Path.of(home)));
	}

	@Bean
	Datasets datasets(BlobStore blobs, TableLimits limits, Spool spool) {
		return new Datasets(blobs, limits, spool);
	}

}
