package io.exoscout.installation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.exoscout.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Checks at the start of a service, before it does anything, whether its database and its
 * blobs belong together. A service has to come up while its database is away; then it is
 * checked as soon as the database is there, and a service with the wrong one stops.
 */
public final class InstallationCheck implements SmartInitializingSingleton, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(InstallationCheck.class);

	private static final int SECONDS = 1;

	private final Installation installation;

	private final Runnable stop;

	private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "installation");
		thread.setDaemon(true);
		return thread;
	});

	public InstallationCheck(Installation installation, Runnable stop) {
		this.installation = installation;
		this.stop = stop;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!checked()) {
			this.later.scheduleWithFixedDelay(this::again, SECONDS, SECONDS, TimeUnit.SECONDS);
		}
	}

	private boolean checked() {
		try {
			this.installation.check();
			this.later.shutdown();
			return true;
		}
		catch (ProblemException ex) {
			log.warn("Whether database and blobs belong together can not be told yet", ex);
			return false;
		}
	}

	private void again() {
		try {
			checked();
		}
		catch (InstallationMismatch ex) {
			log.error("Stops: {}", ex.getMessage());
			this.later.shutdown();
			// not this thread, which ends with the service
			new Thread(this.stop, "stop").start();
		}
	}

	@Override
	public void destroy() {
		this.later.shutdownNow();
	}

}
