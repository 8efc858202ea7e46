package io.exoscout.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.exoscout.backup.BackupStores;
import io.exoscout.backup.BackupTargets;
import io.exoscout.backup.live.SeriesStores;
import io.exoscout.database.StartMode;
import io.exoscout.database.EmbeddedDatabase;
import io.exoscout.database.StartFailed;
import io.exoscout.dataset.DatasetConfiguration;
import io.exoscout.installation.Installation;
import io.exoscout.installation.InstallationMismatch;
import io.exoscout.job.JobIndexes;
import io.exoscout.model.ModelIndexes;
import io.exoscout.s3.S3Access;
import io.exoscout.store.BlobSettings;
import io.exoscout.store.BlobStore;
import io.exoscout.stream.log.MongoStreamLog;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.PropertyResolver;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Database and blob store without any service: those of a deployment, if it is said where
 * its database is, else those of a data directory that nobody uses at the moment.
 *
 * @param place Where this is, for people.
 */
record OpenStores(String place, @Nullable DatabaseServer own,
		ConfigurableApplicationContext context) implements AutoCloseable {

	private static final String URI = RunningNote.URI;

	private static final String HOME = "--exoscout.home=";

	/** Opens stores that there must be already. */
	static OpenStores filled(String... args) {
		PropertyResolver settings = LaunchSettings.settings(args);
		Path home = LaunchSettings.home(settings);
		if (!settings.containsProperty(URI) && !EmbeddedDatabase.isIn(home)) {
			throw new StartFailed(
					"there is no database in %s; say where with EXOSCOUT_HOME, or with SPRING_MONGODB_URI "
						.formatted(home) + "for that of a deployment");
		}
		String directory = settings.getProperty("exoscout.blobs.directory");
		if (directory != null && kind(settings) == BlobSettings.Kind.DIRECTORY
				&& !Files.isDirectory(Path.of(directory))) {
			throw new StartFailed("EXOSCOUT_BLOBS_DIRECTORY %s is no directory".formatted(directory));
		}
		if (!settings.containsProperty(URI) && HomeLock.isHeld(home)) {
			return running(home, settings, args);
		}
		return open(StartMode.CAREFUL, args);
	}

	/** Those of a suite that is at work. What is set here counts more than its note. */
	private static OpenStores running(Path home, PropertyResolver settings, String[] args) {
		LoggingSystem.get(OpenStores.class.getClassLoader()).beforeInitialize();
		try {
			Map<String, String> noted = new RunningNote(home).read()
				.orElseThrow(() -> new StartFailed(
						"the data directory %s is in use by an ExoScout that is not ready, or is ".formatted(home)
								+ "older than this one; try again in a moment, or stop it"));
			String[] more = noted.entrySet()
				.stream()
				.filter((setting) -> setting.getKey().equals(URI) || !settings.containsProperty(setting.getKey()))
				.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
				.toArray(String[]::new);
			return new OpenStores(home + ", where a suite is at work", null, context(home, args, more));
		}
		catch (IOException ex) {
			throw new StartFailed("what the suite in %s has noted can not be read".formatted(home), ex);
		}
	}

	/** Opens stores to restore a backup into them, making what is not there yet. */
	static OpenStores any(String... args) {
		return open(StartMode.FOR_A_BACKUP, args);
	}

	private static OpenStores open(StartMode beginning, String[] args) {
		PropertyResolver settings = LaunchSettings.settings(args);
		LoggingSystem.get(OpenStores.class.getClassLoader()).beforeInitialize();
		String uri = settings.getProperty(URI);
		return (uri != null) ? deployment(uri, settings, args) : home(LaunchSettings.home(settings), beginning, args);
	}

	private static OpenStores deployment(String uri, PropertyResolver settings, String[] args) {
		BlobSettings.Kind kind = kind(settings);
		String directory = settings.getProperty("exoscout.blobs.directory");
		if (kind == BlobSettings.Kind.DIRECTORY && directory == null) {
			throw new StartFailed("where are the tables and models of the deployment? EXOSCOUT_BLOBS_DIRECTORY names "
					+ "their directory; EXOSCOUT_BLOBS_KIND=gridfs says that they are in the database, s3 in a bucket");
		}
		String place = "%s, blobs in %s".formatted(shown(uri), switch (kind) {
			case DIRECTORY -> directory;
			case GRIDFS -> "the database";
			case S3 -> "the bucket " + settings.getProperty("exoscout.blobs.bucket");
		});
		return new OpenStores(place, null, context(LaunchSettings.home(settings), args));
	}

	private static BlobSettings.Kind kind(PropertyResolver settings) {
		String kind = settings.getProperty("exoscout.blobs.kind", "directory");
		return Arrays.stream(BlobSettings.Kind.values())
			.filter((each) -> each.name().equalsIgnoreCase(kind))
			.findFirst()
			.orElseThrow(() -> new StartFailed(
					"EXOSCOUT_BLOBS_KIND can not be '%s'; it is directory, gridfs or s3".formatted(kind)));
	}

	/** Without user and password. */
	private static String shown(String uri) {
		try {
			ConnectionString connection = new ConnectionString(uri);
			return "database %s at %s".formatted(connection.getDatabase(), String.join(",", connection.getHosts()));
		}
		catch (IllegalArgumentException ex) {
			throw new StartFailed("SPRING_MONGODB_URI is no address of a database: " + ex.getMessage(), ex);
		}
	}

	private static OpenStores home(Path home, StartMode beginning, String[] args) {
		DatabaseServer own = DatabaseServer.start(home, beginning);
		try {
			return new OpenStores(home.toString(), own,
					context(home, args, "--" + URI + "=" + own.uri(), "--exoscout.identity=" + own.identity()));
		}
		catch (RuntimeException | Error ex) {
			own.close();
			throw ex;
		}
	}

	private static ConfigurableApplicationContext context(Path home, String[] args, String... more) {
		List<String> all = new ArrayList<>(List.of(more));
		all.add(HOME + home);
		Arrays.stream(args).filter((arg) -> arg.startsWith("--") && !arg.startsWith(HOME)).forEach(all::add);
		try {
			return new SpringApplicationBuilder(Connections.class).web(WebApplicationType.NONE)
				.registerShutdownHook(false)
				.run(all.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			throw StartFailure.because(ex, home.resolve("logs/exoscout.log"));
		}
	}

	/** Where backups of these stores can be kept. */
	BackupTargets targets() {
		return new BackupTargets(this.context.getBean(S3Access.class),
				this.context.getBean(BlobSettings.class).spool(LaunchSettings.home(this.context.getEnvironment())));
	}

	BackupStores stores() {
		MongoDatabase jobs = this.context.getBean(MongoDatabaseFactory.class).getMongoDatabase();
		return new BackupStores(jobs, this.context.getBean(BlobStore.class),
				SeriesStores.beside(this.context.getBean(MongoClient.class), jobs.getName(),
						this.context.getEnvironment().getProperty(SeriesStores.SETTING)));
	}

	/**
	 * Makes what a backup is restored into: an identity, and the indexes, which the
	 * services would make when they store something new.
	 * @throws StartFailed if the blobs belong to another database
	 */
	void prepare() {
		try {
			this.context.getBean(Installation.class).prepareRestore();
		}
		catch (InstallationMismatch ex) {
			throw new StartFailed(String.valueOf(ex.getMessage()), ex);
		}
		MongoOperations mongo = this.context.getBean(MongoOperations.class);
		new JobIndexes().ensure(mongo);
		new ModelIndexes().ensure(mongo);
		MongoStreamLog.ensureIndexes(mongo);
	}

	@Override
	public void close() {
		try (DatabaseServer last = this.own) {
			this.context.close();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
	@Import(DatasetConfiguration.class)
	static class Connections {

	}

}
