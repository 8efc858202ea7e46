package io.exoscout.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.servers.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class RestartedServersTests {

	private static final int BEFORE_THE_CRASH = 300;

	@TempDir
	private Path home;

	@Test
	void keepDocumentsAndMessagesOverARestart() {
		try (EmbeddedServers servers = EmbeddedServers.start(this.home);
				ConfigurableApplicationContext context = TestServers.context(TestServers.patient(servers.properties()),
						WorkConfiguration.class)) {
			assertThat(context.getBean(WorkQueue.class)
				.send(context.getBean(Jobs.class).submit(TestJobs.kepler("a")).job())).isTrue();
		}
		try (EmbeddedServers servers = EmbeddedServers.start(this.home);
				ConfigurableApplicationContext context = TestServers.context(TestServers.patient(servers.properties()),
						WorkConfiguration.class)) {
			assertThat(context.getBean(Jobs.class).find("a").orElseThrow().course().sentAt()).isNotNull();
			assertThat(context.getBean(WorkQueue.class).depth()).hasValue(1);
		}
	}

	@Test
	void loseNothingConfirmedWhenTheProcessIsKilled() throws IOException, InterruptedException {
		Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), CrashWriter.class.getName(), this.home.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		int last = killWhileWriting(writer);
		try (EmbeddedServers servers = EmbeddedServers.start(this.home);
				ConfigurableApplicationContext context = TestServers.context(TestServers.patient(servers.properties()),
						WorkConfiguration.class)) {
			Jobs jobs = context.getBean(Jobs.class);
			for (int i = 0; i <= last; i++) {
				assertThat(jobs.find("job-" + i).orElseThrow().course().sentAt()).isNotNull();
			}
			// one more may have been under way
			assertThat(jobs.count(JobState.QUEUED, JobType.TRAINING)).isBetween(last + 1L, last + 2L);
			assertThat(context.getBean(WorkQueue.class).depth().orElseThrow()).isBetween(last + 1L, last + 2L);
		}
	}

	/** The number of the last job that the process said was confirmed. */
	private static int killWhileWriting(Process writer) throws IOException, InterruptedException {
		int confirmed = -1;
		try (BufferedReader lines = writer.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("confirmed ")) {
					confirmed = Integer.parseInt(line.substring("confirmed ".length()));
				}
				if (confirmed == BEFORE_THE_CRASH) {
					// the handle, unlike the process, leaves the rest of the output
					// readable
					writer.toHandle().destroyForcibly();
				}
			}
		}
		finally {
			writer.destroyForcibly().waitFor();
		}
		assertThat(confirmed).isGreaterThanOrEqualTo(BEFORE_THE_CRASH);
		return confirmed;
	}

}
