package io.exoscout.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.exoscout.suite.process.InstalledPrograms;
import io.exoscout.s3.S3Server;
import io.exoscout.suite.process.ServiceProgram;
import io.exoscout.servers.FreePort;
import io.exoscout.suite.process.Volume;
import io.exoscout.web.Cable;

/** All processes of a small cluster, and the lines between them. */
final class Stage implements AutoCloseable {

	/** How long a worker that died keeps its job. */
	static final Duration LEASE = Duration.ofSeconds(4);

	/** Impatient, so that a minute of faults holds as much as an hour would otherwise. */
	private static final Map<String, String> SETTINGS = Map.ofEntries(
			Map.entry("EXOSCOUT_WORK_LEASE", LEASE.toSeconds() + "s"), Map.entry("EXOSCOUT_WORK_HEARTBEAT", "500ms"),
			Map.entry("EXOSCOUT_WORK_SWEEP", "500ms"), Map.entry("EXOSCOUT_WORK_UNSENTAFTER", "1s"),
			Map.entry("EXOSCOUT_WORK_RESENDAFTER", "20s"), Map.entry("EXOSCOUT_WORK_CONFIRMTIMEOUT", "2s"),
			Map.entry("EXOSCOUT_WORK_WORKERHEARTBEAT", "1s"), Map.entry("EXOSCOUT_WORK_WORKERTIMEOUT", "4s"),
			Map.entry("EXOSCOUT_WORK_HOUSEKEEPING", "2m"), Map.entry("EXOSCOUT_WORK_BLOBGRACE", "30s"),
			Map.entry("EXOSCOUT_DATABASE_TIMEOUT", "1s"), Map.entry("EXOSCOUT_WORKER_PAUSE", "500ms"),
			Map.entry("EXOSCOUT_WORKER_GRACE", "5s"), Map.entry("EXOSCOUT_DISK_RESERVE", "1MB"),
			Map.entry("EXOSCOUT_TRAINER_THREADS", "1"), Map.entry("SPRING_RABBITMQ_REQUESTEDHEARTBEAT", "2s"),
			Map.entry("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "5s"));

	private static final Map<String, String> TIDY = Map.of("EXOSCOUT_WORK_HOUSEKEEPING", "1s",
			"EXOSCOUT_WORK_BLOBGRACE", "5s", "EXOSCOUT_HOUSEKEEPING_KEEP", "1s");

	private final Path directory;

	private final ChaosPlan plan;

	private final InstalledPrograms installation;

	private final int databasePort = FreePort.find();

	/** What keys in the bucket begin with, if blobs are in one. */
	private final String prefix = UUID.randomUUID() + "/";

	private final Volume volume;

	private final ChaosBroker broker;

	private final ChaosDatabase database;

	private final long wrongClocks;

	private final List<Service> orchestrators;

	private final List<Service> trainers;

	private final List<Service> sweepers;

	private final List<Service> predictors;

	Stage(Path directory, ChaosPlan plan) {
		this.directory = directory;
		this.plan = plan;
		this.installation = new InstalledPrograms(directory.resolveSibling("chaos-programs"));
		this.volume = Volume.mount(directory.resolve("volume"), 64 + plan.jobs() / 10);
		this.broker = new ChaosBroker();
		this.database = new ChaosDatabase(this.installation, directory, this.databasePort);
		this.orchestrators = services("orchestrator", ServiceProgram.ORCHESTRATOR, plan.orchestrators());
		this.trainers = services("trainer", ServiceProgram.TRAINER, plan.trainers());
		this.sweepers = services("jobs", ServiceProgram.JOBS, plan.sweepers());
		this.predictors = services("predictor", ServiceProgram.PREDICTOR, 1);
		this.wrongClocks = Skew.library().map(this::skew).orElse(0L);
	}

	private List<Service> services(String name, ServiceProgram program, int count) {
		List<Service> replicas = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			Service service = new Service(name + "-" + i, program, this.installation, this.directory, FreePort.find(),
					new Cable(this.databasePort), new Cable(this.broker.port()));
			replicas.add(withBlobs(service.with(SETTINGS).with(callers())));
		}
		return replicas;
	}

	/** Tells a service where blobs are, which may be at the end of a line of its own. */
	private Service withBlobs(Service service) {
		return switch (this.plan.blobs()) {
			case DIRECTORY -> service.with(Map.of("EXOSCOUT_BLOBS_DIRECTORY", this.volume.blobs().toString()));
			case GRIDFS -> service.with(Map.of("EXOSCOUT_BLOBS_KIND", "gridfs"));
			case S3 -> {
				Cable toBucket = new Cable(S3Server.shared().port());
				Map<String, String> settings = new HashMap<>(S3Server.shared().settings(this.prefix));
				settings.put("EXOSCOUT_S3_ENDPOINT", "http://127.0.0.1:" + toBucket.port());
				settings.put("EXOSCOUT_S3_TIMEOUT", "2s");
				settings.put("EXOSCOUT_S3_PATIENCE", "8s");
				yield service.with(settings).with(toBucket);
			}
		};
	}

	/** Few jobs each, so that bounds are met all the time. */
	private Map<String, String> callers() {
		return (this.plan.callers() == 0) ? Map.of()
				: Map.of("EXOSCOUT_SECURITY_APIKEYS", String.join(",", this.plan.keys()), "EXOSCOUT_QUOTA_QUEUEDJOBS",
						"12", "EXOSCOUT_QUOTA_RUNNINGJOBS", "2", "EXOSCOUT_QUOTA_STORED", "1GB");
	}

	/** What lies there, by a way that is never cut. */
	StoredBlobs blobs(Books books) {
		return switch (this.plan.blobs()) {
			case DIRECTORY -> new FileBlobs(this.volume.blobs());
			case GRIDFS -> new GridFsBlobs(books.database());
			case S3 -> new S3Blobs(S3Server.shared().objects(this.prefix));
		};
	}

	/** Gives all trainers but one a wrong clock, and says how many these are. */
	private long skew(Path library) {
		for (int i = 1; i < this.trainers.size(); i++) {
			Duration ahead = (i % 2 == 1) ? this.plan.skew() : this.plan.skew().negated();
			this.trainers.get(i).with(Skew.settings(library, ahead));
		}
		return this.trainers.size() - 1L;
	}

	/** How many trainers have a wrong clock; none where there is no faketime. */
	long wrongClocks() {
		return this.wrongClocks;
	}

	/** Starts everything; returns when all services are at work. */
	void open() {
		this.database.start();
		this.database.awaitReady();
		if (this.plan.manyStarts() && !this.installation.isArchived()) {
			Service service = this.orchestrators.get(0);
			service.startRecording();
			service.awaitReady();
			service.stop();
			this.installation.archive();
		}
		services().forEach(Player::start);
		services().forEach(Player::awaitReady);
	}

	/** Has what nobody needs be removed without delay. */
	void beginTidying() {
		for (Service sweeper : this.sweepers) {
			sweeper.stop();
			sweeper.with(TIDY).start();
		}
		this.sweepers.forEach(Player::awaitReady);
	}

	List<Service> orchestrators() {
		return this.orchestrators;
	}

	List<Service> trainers() {
		return this.trainers;
	}

	List<Service> sweepers() {
		return this.sweepers;
	}

	List<Service> predictors() {
		return this.predictors;
	}

	List<Service> services() {
		return Stream.of(this.orchestrators, this.trainers, this.sweepers, this.predictors)
			.flatMap(List::stream)
			.toList();
	}

	ChaosBroker broker() {
		return this.broker;
	}

	ChaosDatabase database() {
		return this.database;
	}

	/** In CI no fault may be left out. */
	void requireWhatCiHas() {
		if ("true".equals(System.getenv("CI")) && !(this.wrongClocks > 0 && this.volume.canBeFilled())) {
			throw new AssertionError("Wrong clocks take Debian's faketime, a full disk takes root");
		}
	}

	Volume volume() {
		return this.volume;
	}

	/** What the processes wrote. */
	Path logs() {
		return this.directory.resolve("logs");
	}

	/** Their data directories. */
	Path homes() {
		return this.directory.resolve("homes");
	}

	/**
	 * How long removing what nobody needs may take once {@link #beginTidying} was called.
	 */
	Duration tidy() {
		// a worker with a fast clock leaves files that seem to be from the future
		return this.plan.skew().plusSeconds(60 + this.plan.jobs() / 25);
	}

	/** The trainer that works under this id, unless it is gone. */
	Optional<Service> trainer(String workerId) {
		return this.trainers.stream().filter((trainer) -> trainer.is(workerId)).findFirst();
	}

	/** The way to the database that is never cut. */
	String databaseUri() {
		return "mongodb://127.0.0.1:" + this.databasePort + "/exoscout";
	}

	@Override
	public void close() {
		services().forEach(Service::close);
		this.database.close();
		this.broker.close();
		this.volume.close();
	}

}
