package io.exoscout.disk;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/**
 * The room on all disks that this process writes to. Whoever asks finds out, in
 * microseconds; the log says once that one is full, and once that there is room again.
 */
public final class DiskRoom implements MeterBinder {

	private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);

	/** Of the reserve. */
	private static final int LAST_PART = 5;

	/** Of the reserve, what has to be free besides before there is room again. */
	private static final int ROOM_AGAIN = 10;

	/** So much of what one request brings is promised to nobody else. */
	private static final long PROMISED = 16 << 20;

	private final List<DiskDirectory> directories;

	private final DataSize reserve;

	private final AtomicBoolean full = new AtomicBoolean();

	/** Bytes that are on their way, of all uploads. */
	private final AtomicLong promised = new AtomicLong();

	public DiskRoom(List<DiskDirectory> directories, DataSize reserve) {
		this.directories = List.copyOf(directories);
		this.reserve = reserve;
	}

	/**
	 * Whether less than the reserve is left of one; once so, whether that is not yet
	 * exceeded by a tenth, for each upload would change it else.
	 */
	public boolean isFull() {
		long least = this.reserve.toBytes();
		boolean now = !leaves(this.full.get() ? least + least / ROOM_AGAIN : least, 0);
		if (this.full.compareAndSet(!now, now)) {
			if (now) {
				log.warn("A disk is full, and no more tables are taken: {} MB are to stay free, of {}",
						this.reserve.toMegabytes(), shown());
			}
			else {
				log.warn("There is room on all disks again: {}", shown());
			}
		}
		return now;
	}

	private List<String> shown() {
		return this.directories.stream()
			.map((directory) -> "%d MB for %s".formatted(directory.free() >> 20, directory.path()))
			.toList();
	}

	/**
	 * Insists on room, of which a part is promised to nobody else until the bytes are
	 * there: all of it would let a few who send large tables slowly have the disk to
	 * themselves. Whoever stores what came asks again.
	 * @param bytes that are about to come
	 * @return to be closed once they are there
	 * @throws ProblemException {@code UNAVAILABLE} (code {@code disk_full}) if they would
	 * take of the reserve, with those that others were promised
	 */
	public Promised promise(long bytes) {
		long part = Math.min(bytes, PROMISED);
		long others = this.promised.getAndAdd(part);
		if (isFull() || !leaves(this.reserve.toBytes(), others + bytes)) {
			this.promised.addAndGet(-part);
			throw full(bytes, this.reserve.toMegabytes());
		}
		return () -> this.promised.addAndGet(-part);
	}

	/**
	 * Insists on room for what comes of jobs that were accepted: that is what the reserve
	 * is for.
	 * @param bytes that are about to be written
	 * @throws ProblemException {@code UNAVAILABLE} (code {@code disk_full}) if they would
	 * take of the last part of the reserve, without which the database stores nothing
	 */
	public void requireOfReserve(long bytes) {
		long last = this.reserve.toBytes() / LAST_PART;
		if (!leaves(last, bytes)) {
			throw full(bytes, last >> 20);
		}
	}

	private static ProblemException full(long bytes, long leastMegabytes) {
		return new ProblemException(ErrorCode.DISK_FULL,
				"There is no room on the disk: %,d more bytes would leave less than %d MB. ".formatted(bytes,
						leastMegabytes) + "Delete jobs that nobody needs, or try again later.");
	}

	private boolean leaves(long least, long bytes) {
		return this.directories.stream().allMatch((directory) -> directory.free() - bytes >= least);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("exoscout.disk.full", () -> isFull() ? 1 : 0)
			.description("1 while less than exoscout.disk.reserve is free on a disk that this process writes to")
			.register(registry);
	}

	/** Room for bytes that are about to come. */
	@FunctionalInterface
	public interface Promised extends AutoCloseable {

		@Override
		void close();

	}

}
