package io.exoscout.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class DiskRoomTests {

	/** More than any disk has. */
	private static final DataSize EXABYTE = DataSize.ofTerabytes(1 << 20);

	/** Of a file that is made and deleted; what others do to the disk is less. */
	private static final int MEGABYTES = 64;

	@TempDir
	private Path dir;

	private DiskRoom room(DataSize reserve) {
		return new DiskRoom(List.of(new DiskDirectory(this.dir)), reserve);
	}

	@Test
	void isFullWhenLessThanTheReserveIsLeft() {
		assertThat(room(EXABYTE).isFull()).isTrue();
		assertThat(room(DataSize.ofBytes(1)).isFull()).isFalse();
	}

	@Test
	void refusesWhatWouldTakeOfTheReserve() {
		DiskRoom room = room(DataSize.ofBytes(1));
		assertThatNoException().isThrownBy(() -> room.promise(1000));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> room.promise(EXABYTE.toBytes()))
			.returns(ErrorCode.DISK_FULL, ProblemException::code);
	}

	@Test
	void whatSomebodyWasPromisedIsNobodyElses() {
		long free = new DiskDirectory(this.dir).free();
		DiskRoom room = room(DataSize.ofBytes(free / 2));
		long part = 16 << 20;
		List<DiskRoom.Promised> promised = new ArrayList<>();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> {
			for (long bytes = 0; bytes < free; bytes += part) {
				promised.add(room.promise(part));
			}
		}).returns(ErrorCode.DISK_FULL, ProblemException::code);
		promised.forEach(DiskRoom.Promised::close);
		assertThatNoException().isThrownBy(() -> room.promise(part));
	}

	@Test
	void fewWhoSendMuchSlowlyLeaveRoomForOthers() {
		long free = new DiskDirectory(this.dir).free();
		DiskRoom room = room(DataSize.ofBytes(free / 2));
		try (DiskRoom.Promised first = room.promise(free / 3)) {
			assertThat(first).isNotNull();
			assertThatNoException().isThrownBy(() -> room.promise(free / 3));
		}
	}

	@Test
	void onceItIsFullALittleRoomIsNotEnough() throws IOException {
		Path ballast = this.dir.resolve("ballast");
		long free = new DiskDirectory(this.dir).free();
		try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
			file.write(new byte[MEGABYTES << 20]);
		}
		DiskRoom room = room(DataSize.ofBytes(free - (MEGABYTES << 19)));
		assertThat(room.isFull()).isTrue();
		Files.delete(ballast);
		assertThat(room.isFull()).isTrue();
	}

	@Test
	void refusesEverythingOnceItIsFull() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> room(EXABYTE).promise(0))
			.returns(ErrorCode.DISK_FULL, ProblemException::code);
	}

	@Test
	void whatComesOfAcceptedJobsMayTakeOfTheReserve() {
		long free = new DiskDirectory(this.dir).free();
		DiskRoom full = room(DataSize.ofBytes(2 * free));
		assertThat(full.isFull()).isTrue();
		assertThatNoException().isThrownBy(() -> full.requireOfReserve(1000));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> full.requireOfReserve(free))
			.returns(ErrorCode.DISK_FULL, ProblemException::code);
	}

	@Test
	void directoryThatIsGoneIsNotFull() {
		DiskRoom room = new DiskRoom(List.of(new DiskDirectory(this.dir.resolve("gone"))), DataSize.ofMegabytes(100));
		assertThat(room.isFull()).isFalse();
	}

	@Test
	void isMeasured() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		DiskRoom full = room(EXABYTE);
		full.bindTo(meters);
		assertThat(meters.get("exoscout.disk.full").gauge().value()).isOne();
	}

}
