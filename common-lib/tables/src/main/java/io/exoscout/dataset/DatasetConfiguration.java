package io.exoscout.dataset;

import java.nio.file.Path;
import java.util.UUID;

import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.disk.DiskDirectory;
import io.exoscout.disk.DiskRoom;
import io.exoscout.installation.DatabaseMark;
import io.exoscout.installation.Installation;
import io.exoscout.s3.S3Access;
import io.exoscout.s3.S3BlobMark;
import io.exoscout.s3.S3BlobStore;
import io.exoscout.s3.S3Objects;
import io.exoscout.s3.S3Settings;
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
@EnableConfigurationProperties({ TableLimits.class, BlobSettings.class, S3Settings.class })
public class DatasetConfiguration {

	static final String HOME = "${exoscout.home:${user.home}/.exoscout}";

	@Bean
	S3Access s3Access(S3Settings settings) {
		return new S3Access(settings);
	}

	private static S3Objects objects(S3Access s3, BlobSettings settings) {
		return s3.objects(settings.requiredBucket(), settings.place());
	}

	@Bean
	BlobStore blobStore(BlobSettings settings, @Value(HOME) String home, ObjectProvider<MongoDatabaseFactory> databases,
			ObjectProvider<DiskRoom> room, S3Access s3) {
		return switch (settings.kind()) {
			case DIRECTORY -> new DirectoryBlobStore(settings.directory(Path.of(home)),
					(bytes) -> room.ifAvailable((disk) -> disk.requireOfReserve(bytes)));
			case GRIDFS -> new GridFsBlobStore(databases.getObject());
			case S3 -> new S3BlobStore(objects(s3, settings));
		};
	}

	/** Blobs elsewhere have none, but they pass through the spool. */
	@Bean
	DiskDirectory blobDirectory(BlobSettings settings, @Value(HOME) String home) {
		return new DiskDirectory(switch (settings.kind()) {
			case DIRECTORY -> settings.directory(Path.of(home));
			case GRIDFS, S3 -> settings.spool(Path.of(home));
		});
	}

	@Bean
	DiskDirectory spoolDirectory(BlobSettings settings, @Value(HOME) String home) {
		return new DiskDirectory(settings.spool(Path.of(home)));
	}

	@Bean
	BlobMark blobMark(BlobSettings settings, @Value(HOME) String home, ObjectProvider<MongoDatabaseFactory> databases,
			S3Access s3) {
		return switch (settings.kind()) {
			case DIRECTORY -> new DirectoryBlobMark(settings.directory(Path.of(home)));
			case GRIDFS -> new GridFsBlobMark(databases.getObject());
			case S3 -> new S3BlobMark(objects(s3, settings));
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

	/** A database, or another's server, is measured by other means. */
	@Bean
	MeterBinder blobVolume(BlobSettings settings, @Value(HOME) String home) {
		return switch (settings.kind()) {
			case DIRECTORY -> new BlobVolume(settings.directory(Path.of(home)));
			case GRIDFS, S3 -> (registry) -> {
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
