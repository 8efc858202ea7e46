package io.exoscout.work;

import java.nio.file.Path;

import io.exoscout.job.Job;
import io.exoscout.job.Jobs;
import io.exoscout.job.TestJobs;
import io.exoscout.servers.EmbeddedServers;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Submits and sends jobs as fast as it can until somebody kills it, and prints the number
 * of each one that both database and broker have confirmed.
 */
public final class CrashWriter {

	private CrashWriter() {
	}

	public static void main(String[] args) {
		EmbeddedServers servers = EmbeddedServers.start(Path.of(args[0]));
		ConfigurableApplicationContext context = TestServers.context(TestServers.patient(servers.properties()),
				WorkConfiguration.class);
		Jobs jobs = context.getBean(Jobs.class);
		WorkQueue queue = context.getBean(WorkQueue.class);
		for (int i = 0; true; i++) {
			Job job = jobs.submit(TestJobs.kepler("job-" + i)).job();
			if (!queue.send(job)) {
				throw new IllegalStateException("The broker did not confirm job " + i);
			}
			System.out.println("confirmed " + i);
		}
	}

}
