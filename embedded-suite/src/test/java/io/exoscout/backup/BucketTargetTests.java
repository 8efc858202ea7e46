package io.exoscout.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

import io.exoscout.s3.S3Server;
import io.exoscout.servers.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BucketTargetTests {

	private final String place = "s3://%s/%s/".formatted(S3Server.BUCKET, UUID.randomUUID());

	private final BackupTargets targets = targets(S3Server.shared().endpoint());

	@TempDir
	Path dir;

	@TempDir
	static Path disk;

	private static BackupTargets targets(String endpoint) {
		return new BackupTargets(S3Server.access(endpoint), disk.resolve("spool"));
	}

	@Test
	void whatWasPutIntoABucketComesBackFromThere() throws IOException {
		BackupTargets.Place backup = this.targets.of(this.place + "backup.zip");
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			BackupManifest manifest = write(backup, stores);
			stores.forget();
			Restore.Restored restored = backup.target()
				.read(backup.name(), (file) -> Restore.read(file, stores.stores(), () -> {
				}));
			assertThat(restored.manifest()).isEqualTo(manifest);
			assertThat(stores.stores().contents()).startsWith("1 jobs");
		}
		assertThat(backup.target().bytes(backup.name())).isPositive();
		assertThat(disk.resolve("spool")).isEmptyDirectory();
	}

	@Test
	void neverReplacesAnotherBackup() {
		BackupTargets.Place backup = this.targets.of(this.place + "backup.zip");
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			stores.fill();
			write(backup, stores);
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> write(backup, stores))
				.withMessageContaining("backup.zip")
				.withMessageContaining("is there already");
		}
	}

	@Test
	void nothingIsInTheBucketOfABackupThatFailed() throws IOException {
		try (TestStores stores = TestStores.open(this.dir, "directory")) {
			BackupTargets.Place backup = this.targets.of(this.place + "backup.zip");
			assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> write(backup, stores));
			assertThat(backup.target().names()).isEmpty();
		}
		assertThat(Files.list(disk.resolve("spool"))).isEmpty();
	}

	@Test
	void saysWhatIsWrongWithAPlace() {
		assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> this.targets.of("s3://no-such-bucket/x.zip"))
			.withMessageContaining("make the bucket 'no-such-bucket'");
		assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> this.targets.of(this.place))
			.withMessageContaining("names no backup");
		assertThatExceptionOfType(BackupFailed.class)
			.isThrownBy(() -> this.targets.of(this.place + "none.zip").target().read("none.zip", Path::toString))
			.withMessageContaining("there is no none.zip");
		BackupTargets.Place away = targets("http://127.0.0.1:" + FreePort.find()).of(this.place + "x.zip");
		assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> away.target().names())
			.withMessageContaining("can not be reached");
	}

	private static BackupManifest write(BackupTargets.Place backup, TestStores stores) {
		return backup.target().write(stores.stores(), backup.name(), "1.2.3", Clock.systemUTC());
	}

}
