package io.exoscout.work;

import java.time.Clock;
import java.util.function.Predicate;

import io.exoscout.job.JobDocuments;
import io.exoscout.job.JobIndexes;
import io.exoscout.job.JobTraces;
import io.exoscout.job.Jobs;
import io.exoscout.job.MongoJobs;
import io.exoscout.model.ModelConfiguration;
import io.exoscout.model.ModelStore;
import io.exoscout.share.FairTurns;
import io.exoscout.share.Promises;
import io.exoscout.share.QuotaSettings;
import io.exoscout.share.Quotas;
import io.exoscout.store.EscapingConverter;
import io.exoscout.store.MongoAccess;
import io.exoscout.telemetry.EventLog;
import io.exoscout.telemetry.EventSender;
import io.exoscout.telemetry.Telemetry;
import io.exoscout.telemetry.ToldJobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Jobs and workers in MongoDB, requests over AMQP, and the tables and models they are
 * about. Needs the settings of {@code classpath:exoscout-work.yml}.
 */
@Configuration(proxyBeanMethods = false)
@Import(ModelConfiguration.class)
@EnableConfigurationProperties({ WorkSettings.class, QuotaSettings.class })
public class WorkConfiguration {

	@Bean
	EventLog eventLog(MongoOperations mongo) {
		return new EventLog(new MongoAccess(mongo), Clock.systemUTC());
	}

	/** With a template of its own: nobody may be there to hear, which is no fault. */
	@Bean
	EventSender eventSender(ConnectionFactory connections) {
		return new EventSender(new RabbitTemplate(connections));
	}

	@Bean
	Telemetry telemetry(EventSender sender, EventLog events) {
		return new Telemetry(sender, events);
	}

	@Bean
	Jobs jobs(MongoOperations mongo, Telemetry telemetry, ObjectProvider<Tracer> tracer,
			ObjectProvider<Propagator> propagator) {
		JobTraces traces = new JobTraces(tracer.getIfAvailable(() -> Tracer.NOOP),
				propagator.getIfAvailable(() -> Propagator.NOOP));
		Jobs jobs = new MongoJobs(new JobDocuments(new MongoAccess(mongo), new JobIndexes()), traces,
				Clock.systemUTC());
		return new ToldJobs(jobs, telemetry.sender(), telemetry.events());
	}

	@Bean
	FairTurns fairTurns(MongoOperations mongo, QuotaSettings quotas) {
		return new FairTurns(new MongoAccess(mongo), quotas);
	}

	@Bean
	Workers workers(MongoOperations mongo, WorkSettings settings) {
		return new MongoWorkers(new MongoAccess(mongo), Clock.systemUTC(), settings.workerTimeout());
	}

	@Bean
	WorkQueue workQueue(RabbitTemplate rabbit, Jobs jobs, WorkSettings settings, ObjectProvider<MeterRegistry> meters) {
		ConnectionFactory connections = rabbit.getConnectionFactory();
		if (!connections.isPublisherConfirms() || !connections.isPublisherReturns()) {
			throw new IllegalStateException("Without spring.rabbitmq.publisher-confirm-type=correlated and "
					+ "publisher-returns=true nobody knows which jobs were sent");
		}
		return new RabbitWorkQueue(rabbit, jobs, settings.confirmTimeout(),
				meters.getIfAvailable(CompositeMeterRegistry::new));
	}

	@Bean
	Quotas quotas(MongoOperations mongo, QuotaSettings settings) {
		MongoAccess access = new MongoAccess(mongo);
		return new Quotas(access, new Promises(access), settings);
	}

	@Bean
	JobIntake jobIntake(Jobs jobs, WorkQueue queue, Quotas quotas) {
		return new JobIntake(jobs, queue, quotas);
	}

	@Bean
	References references(Jobs jobs, ModelStore models, MongoOperations mongo) {
		Predicate<String> others = new KeptStates(new MongoAccess(mongo)).or(models::uses);
		return new References(jobs, others);
	}

	@Bean
	static ChannelThreads channelThreads() {
		return new ChannelThreads();
	}

	@Bean
	Declarables workTopology() {
		return WorkTopology.declarables();
	}

	@Bean
	MappingMongoConverter mappingMongoConverter(MongoDatabaseFactory factory, MongoMappingContext context,
			MongoCustomConversions conversions) {
		MappingMongoConverter converter = new EscapingConverter(new DefaultDbRefResolver(factory), context);
		converter.setCustomConversions(conversions);
		return converter;
	}

}
