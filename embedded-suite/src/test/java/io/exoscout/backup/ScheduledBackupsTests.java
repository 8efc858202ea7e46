package io.exoscout.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.exoscout.installation.BackupMark;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class ScheduledBackupsTests {

	private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

	private static final Duration DAY = Duration.ofDays(1);

	private static final String IDENTITY = "0123abcd-and-so-on";

	private static final String FIRST = "exoscout-0123abcd-20261127T120000Z.zip";

	@TempDir
	Path dir;

	private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

	private Path kept;

	@BeforeEach
	void makeDirectory() throws IOException {
		this.kept = Files.createDirectories(this.dir.resolve("kept"));
	}

	private ScheduledBackups every(Duration period, TestStores stores) {
		return new ScheduledBackups(stores.stores(), new DirectoryTarget(this.kept), period, 2, IDENTITY, "1.2.3",
				new Clock() {
					@Override
					public ZoneOffset getZone() {
						return ZoneOffset.UTC;
					}

					@Override
					public Clock withZone(ZoneId zone) {
						return this;
					}

					@Override
					public Instant instant() {
						return ScheduledBackupsTests.this.now.get();
					}
				});
	}

	private Duration lookAt(Instant time, TestStores stores) {
		this.now.set(time);
		// another one each time, as after a restart
		try (ScheduledBackups backups = every(DAY, stores)) {
			return backups.makeIfDue();
		}
	}

	@Test
	void firstIsMadeAtOnceAndTheNextWhenItIsTimeWhateverWasRestarted() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			assertThat(lookAt(NOON, stores)).isEqualTo(DAY);
			assertThat(names()).containsExactly(FIRST);
			assertThat(lookAt(NOON.plus(Duration.ofHours(23)), stores)).isEqualTo(Duration.ofHours(1));
			assertThat(names()).hasSize(1);
			lookAt(NOON.plus(DAY), stores);
			assertThat(names()).containsExactly(FIRST, "exoscout-0123abcd-20261128T120000Z.zip");
			assertThat(new BackupMark(stores.stores().database()).last()).contains(NOON.plus(DAY));
		}
	}

	@Test
	void oldOnesGoAndThoseOfOthersStay() throws IOException {
		List<String> others = List.of("exoscout-99999999-20200101T000000Z.zip", "exoscout-0123abcd-by-hand.zip",
				"notes.txt");
		for (String other : others) {
			Files.createFile(this.kept.resolve(other));
		}
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			for (int day = 0; day < 4; day++) {
				lookAt(NOON.plus(DAY.multipliedBy(day)), stores);
			}
		}
		assertThat(names()).containsExactlyInAnyOrder("exoscout-0123abcd-20261129T120000Z.zip",
				"exoscout-0123abcd-20261130T120000Z.zip", others.get(0), others.get(1), others.get(2));
	}

	@Test
	void oneThatFailsTakesNoneAway() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			lookAt(NOON, stores);
			lookAt(NOON.plus(DAY), stores);
			Document lost = stores.blob("lost");
			stores.insert(BackedUpCollection.JOBS, new Document("_id", "damaged-job").append("dataset", lost));
			stores.blobs().remove(lost.getString("sha256"), (sha256) -> false);
			assertThatExceptionOfType(BackupFailed.class)
				.isThrownBy(() -> lookAt(NOON.plus(DAY.multipliedBy(2)), stores));
			assertThat(names()).hasSize(2).contains(FIRST);
			assertThat(new BackupMark(stores.stores().database()).last()).contains(NOON.plus(DAY));
		}
	}

	@Test
	void nothingIsMadeOfNothing() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			assertThat(lookAt(NOON, stores)).isPositive();
			assertThat(names()).isEmpty();
		}
	}

	@Test
	void clockThatWasSetBackPutsItOffForOnePeriodAtMost() {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			lookAt(NOON, stores);
			assertThat(lookAt(NOON.minus(Duration.ofDays(300)), stores)).isEqualTo(DAY);
		}
	}

	@Test
	void makesThemByItselfAndClearsUpAfterAKill() throws IOException {
		Path left = Files.createDirectories(this.kept.resolve("." + FIRST + ".1234"));
		Files.createFile(left.resolve("archive"));
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			try (ScheduledBackups backups = every(DAY, stores)) {
				backups.start();
				await().until(() -> names().equals(List.of(FIRST)));
			}
		}
	}

	@Test
	void settingsBelongTogether() {
		assertThat(new BackupSettings(null, null, 7).every()).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> new BackupSettings(DAY, null, 7))
			.withMessageContaining("EXOSCOUT_BACKUP_TO");
	}

	private List<String> names() {
		return new DirectoryTarget(this.kept).names().stream().sorted().toList();
	}

}
