package io.exoscout.trainer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Upload;
import io.exoscout.feature.FeatureSet;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.model.HeldBlobs;
import io.exoscout.worker.WorkStopped;
import io.exoscout.worker.WorkWatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A table made to be slow: all objects of nearly one period, at nearly one place, so that
 * each has as many neighbours as are ever looked at. More of them take
 * {@code -Dexoscout.crowd=200000}.
 */
class CrowdedTableTests {

	private static final int OBJECTS = Integer.getInteger("exoscout.crowd", 6_000);

	@TempDir
	private static Path directory;

	private static Datasets datasets;

	private static Job job;

	@BeforeAll
	static void upload() throws IOException {
		datasets = new Datasets(new HeldBlobs(), TableLimits.DEFAULTS, directory);
		try (Upload upload = datasets.receive(new ByteArrayInputStream(table()), "crowd.csv")) {
			datasets.keep(upload);
			TrainingOptions options = new TrainingOptions(Algorithm.GRADIENT_BOOSTING, Target.PLANET,
					Algorithm.GRADIENT_BOOSTING.check(Map.of("n_estimators", 10)), List.of(), 42);
			FeatureSet set = FeatureSet.current(Mission.KEPLER);
			job = Job.training("crowd", "crowd", JobParams.of(Mission.KEPLER, options), upload.ref(), upload.report(),
					set.choose(upload.report(), List.of()).plan(), Instant.now());
		}
	}

	private static byte[] table() {
		Random random = new Random(1);
		StringBuilder table = new StringBuilder("kepid,kepoi_name,koi_disposition,koi_period,koi_time0bk,koi_duration,"
				+ "koi_depth,koi_prad,koi_impact,koi_steff,ra,dec\n");
		String[] labels = { "CONFIRMED", "FALSE POSITIVE", "CANDIDATE" };
		for (int i = 0; i < OBJECTS; i++) {
			table.append(String.format(Locale.ROOT, "%d,K%06d.01,%s,%.7f,%.5f,%.3f,%.1f,%.2f,%.3f,%.0f,%.5f,%.5f%n",
					1_000_000 + i, i, labels[random.nextInt(3)], 9.5 + 1e-6 * random.nextDouble(),
					130 + 9 * random.nextDouble(), 2 + random.nextDouble(), 900 * random.nextDouble(),
					1 + random.nextDouble(), random.nextDouble(), 5000 + 900 * random.nextDouble(),
					290 + 0.1 * random.nextDouble(), 45 + 0.1 * random.nextDouble()));
		}
		return table.toString().getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void asksWhetherToStopAgainAndAgain() {
		Watch watch = new Watch(Integer.MAX_VALUE);
		new StoredTraining(datasets, new Training(2), null, null).perform(job, watch);

		assertThat(watch.longest()).as(watch.where).isLessThan(Duration.ofMillis(1000));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 50 })
	void stopsWhereverItIs(int asked) {
		Watch watch = new Watch(asked);
		assertThatExceptionOfType(WorkStopped.class)
			.isThrownBy(() -> new StoredTraining(datasets, new Training(2), null, null).perform(job, watch));
		assertThat(watch.asked).isEqualTo(asked);
	}

	/**
	 * Measures for how long the thread has worked without asking, and stops in the end.
	 */
	private static final class Watch implements WorkWatch {

		private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

		private final int stopsAt;

		private long last = THREADS.getCurrentThreadCpuTime();

		private long longest;

		private int asked;

		private String where = "";

		private String phase = "";

		Watch(int stopsAt) {
			this.stopsAt = stopsAt;
		}

		private void look() {
			long now = THREADS.getCurrentThreadCpuTime();
			if (now - this.last > this.longest) {
				this.longest = now - this.last;
				this.where = this.phase + " after %d questions, at %s".formatted(this.asked,
						List.of(Thread.currentThread().getStackTrace()).subList(3, 12));
			}
			this.last = now;
		}

		@Override
		public void progress(String phase, double fraction, String message) {
			this.phase = phase + ": " + message;
			look();
		}

		@Override
		public boolean stopped() {
			look();
			return ++this.asked >= this.stopsAt;
		}

		Duration longest() {
			look();
			return Duration.ofNanos(this.longest);
		}

	}

}
