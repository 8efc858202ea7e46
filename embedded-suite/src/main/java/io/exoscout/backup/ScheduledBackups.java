package io.exoscout.backup;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup whenever the last one has become too old. Which was the last stands in
 * the names of those that are there, so a restart changes nothing, and one that was
 * missed is made at once. An old one goes when there are enough that are younger and
 * whole.
 */
public final class ScheduledBackups implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(ScheduledBackups.class);

	/** After one that failed. */
	private static final Duration PAUSE = Duration.ofMinutes(10);

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final String END = ".zip";

	private final BackupStores source;

	private final BackupTarget target;

	private final Duration every;

	private final int keep;

	private final String beginning;

	private final String program;

	private final Clock clock;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "backup");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Backups of one installation.
	 * @param source what to back up
	 * @param target where to; others may keep theirs there, too
	 * @param every how old the last one may become
	 * @param keep how many stay
	 * @param identity of the installation, which its backups are told by
	 * @param program version of this program, for the manifest
	 * @param clock tells the time
	 */
	ScheduledBackups(BackupStores source, BackupTarget target, Duration every, int keep, String identity,
			String program, Clock clock) {
		this.source = source;
		this.target = target;
		this.every = every;
		this.keep = keep;
		this.beginning = "exoscout-%s-".formatted(identity.substring(0, Math.min(8, identity.length())));
		this.program = program;
		this.clock = clock;
	}

	/**
	 * Backups as they are set.
	 * @param settings how often, and where to; asked for
	 * @param source what to back up
	 * @param targets finds where to
	 * @param identity of the installation
	 * @param program version of this program
	 * @throws BackupFailed if the place can not be had
	 */
	public static ScheduledBackups of(BackupSettings settings, BackupStores source, BackupTargets targets,
			String identity, String program) {
		return new ScheduledBackups(source, targets.all(settings.requiredTo()), settings.requiredEvery(),
				settings.keep(), identity, program, Clock.systemUTC());
	}

	/** Begins, with what a killed predecessor left behind. */
	public void start() {
		this.thread.execute(this::clearUp);
		this.thread.execute(this::look);
	}

	private void clearUp() {
		try {
			this.target.clearAfter(this.beginning);
		}
		catch (BackupFailed ex) {
			log.warn("What an unfinished backup left can not be cleared away: {}", ex.getMessage());
		}
	}

	private void look() {
		Duration pause;
		try {
			pause = makeIfDue();
		}
		catch (BackupFailed ex) {
			pause = (this.every.compareTo(PAUSE) < 0) ? this.every : PAUSE;
			log.error("The backup failed and is tried again in {}: {}", pause, ex.getMessage(), ex);
		}
		catch (RuntimeException | Error ex) {
			pause = PAUSE;
			log.error("The backup failed and is tried again in {}", pause, ex);
		}
		if (!this.thread.isShutdown()) {
			this.thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/** Makes one if it is time, and says when to look again. */
	Duration makeIfDue() {
		Instant now = this.clock.instant();
		// those of a clock that was ahead say nothing
		Optional<Instant> last = own().stream()
			.map(this::madeAt)
			.flatMap(Optional::stream)
			.filter((at) -> !at.isAfter(now))
			.reduce((a, b) -> b);
		Duration left = last.map((at) -> Duration.between(now, at.plus(this.every))).orElse(Duration.ZERO);
		if (left.compareTo(Duration.ZERO) > 0) {
			return left;
		}
		if (this.source.isEmpty()) {
			return (this.every.compareTo(PAUSE) < 0) ? this.every : PAUSE;
		}
		make(this.beginning + STAMP.format(now) + END);
		return this.every;
	}

	private void make(String name) {
		BackupManifest manifest = this.target.write(this.source, name, this.program, this.clock);
		this.source.note(manifest);
		log.info("{} holds {}", this.target.place(name), manifest.contents());
		List<String> others = own().stream().filter((other) -> !other.equals(name)).toList();
		others.subList(0, Math.max(0, others.size() - (this.keep - 1))).forEach((old) -> {
			this.target.delete(old);
			log.info("{} is deleted, there are {} younger ones", this.target.place(old), this.keep);
		});
	}

	/** Those of this installation, the oldest first. */
	private List<String> own() {
		return this.target.names().stream().filter((name) -> madeAt(name).isPresent()).sorted().toList();
	}

	private Optional<Instant> madeAt(String name) {
		if (!name.startsWith(this.beginning) || !name.endsWith(END)) {
			return Optional.empty();
		}
		try {
			return Optional
				.of(STAMP.parse(name.substring(this.beginning.length(), name.length() - END.length()), Instant::from));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
