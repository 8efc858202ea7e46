package io.exoscout.worker;

import java.util.stream.Stream;

import io.exoscout.job.JobType;
import io.exoscout.job.Jobs;
import io.exoscout.share.FairTurns;
import io.exoscout.telemetry.Telemetry;
import io.exoscout.work.WorkSettings;
import io.exoscout.work.WorkTopology;
import io.exoscout.work.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/** Makes workers. */
public class WorkerLifecycles {

	private static final long RECOVERY_INTERVAL_MILLIS = 2000;

	private final Jobs jobs;

	private final Workers workers;

	private final Telemetry telemetry;

	private final FairTurns turns;

	private final WorkSettings work;

	private final WorkerSettings settings;

	private final ConnectionFactory connections;

	private final AmqpAdmin admin;

	private final MeterRegistry meters;

	private final ObservationRegistry observations;

	WorkerLifecycles(Jobs jobs, Workers workers, Telemetry telemetry, FairTurns turns, WorkSettings work,
			WorkerSettings settings, ConnectionFactory connections, AmqpAdmin admin, MeterRegistry meters,
			ObservationRegistry observations) {
		this.jobs = jobs;
		this.workers = workers;
		this.telemetry = telemetry;
		this.turns = turns;
		this.work = work;
		this.settings = settings;
		this.connections = connections;
		this.admin = admin;
		this.meters = meters;
		this.observations = observations;
	}

	/**
	 * A worker that listens on the queue of a job type and does one job at a time.
	 * @param work what it does
	 * @return its lifecycle, to be a bean
	 */
	public WorkerLifecycle of(JobWork<?> work) {
		return of(work, 1);
	}

	/**
	 * Workers that listen on the queue of a job type, each doing one job at a time.
	 * @param work what they do; called by as many threads at once
	 * @param workers how many
	 * @return their lifecycle, to be a bean
	 */
	public WorkerLifecycle of(JobWork<?> work, int workers) {
		WorkMeters counted = new WorkMeters(this.meters, work.type());
		return new WorkerLifecycle(Stream.generate(() -> listening(work, counted)).limit(workers).toList());
	}

	private WorkerLifecycle.Listening listening(JobWork<?> work, WorkMeters counted) {
		WorkerPulse pulse = new WorkerPulse(this.workers, work.type(), counted);
		JobRunner<?> runner = new JobRunner<>(this.jobs, work, this.telemetry, pulse, this.work, this.settings, counted,
				new WorkObservations(this.observations));
		MessageHandler handler = new MessageHandler(this.jobs, work, runner, this.turns, this.work, this.settings,
				counted);
		return new WorkerLifecycle.Listening(runner, messages(work.type(), handler));
	}

	private SimpleMessageListenerContainer messages(JobType type, MessageHandler handler) {
		SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(this.connections);
		container.setAmqpAdmin(this.admin);
		container.setQueueNames(WorkTopology.queue(type));
		container.setMessageListener(new JobListener(handler));
		container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
		container.setPrefetchCount(1);
		container.setMissingQueuesFatal(false);
		container.setRecoveryInterval(RECOVERY_INTERVAL_MILLIS);
		container.setListenerId(type.id());
		container.afterPropertiesSet();
		return container;
	}

}
