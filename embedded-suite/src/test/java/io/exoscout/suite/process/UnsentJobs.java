package io.exoscout.suite.process;

import java.nio.file.Path;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.exoscout.job.Job;
import io.exoscout.job.JobCourse;
import io.exoscout.job.JobState;
import io.exoscout.job.JobType;
import io.exoscout.servers.EmbeddedServers;
import io.exoscout.work.WorkTopology;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Brings the data of a killed suite into the state that a kill between the noting of a
 * job and the sending of its message leaves: a moment too short to hit from outside.
 */
final class UnsentJobs {

	private UnsentJobs() {
	}

	static void forgetMessages(Path home) {
		try (EmbeddedServers servers = EmbeddedServers.start(home)) {
			Map<String, Object> properties = servers.properties();
			purge(properties);
			try (MongoClient client = MongoClients.create(properties.get("spring.mongodb.uri").toString())) {
				long queued = client.getDatabase("exoscout")
					.getCollection("jobs")
					.updateMany(Filters.eq(Job.STATUS, JobState.QUEUED.name()), Updates.unset(JobCourse.SENT_AT))
					.getMatchedCount();
				assertThat(queued).as("jobs without a message").isPositive();
			}
		}
	}

	private static void purge(Map<String, Object> properties) {
		CachingConnectionFactory connections = new CachingConnectionFactory("127.0.0.1",
				(Integer) properties.get("spring.rabbitmq.port"));
		connections.setUsername(properties.get("spring.rabbitmq.username").toString());
		connections.setPassword(properties.get("spring.rabbitmq.password").toString());
		try {
			new RabbitAdmin(connections).purgeQueue(WorkTopology.queue(JobType.TRAINING));
		}
		finally {
			connections.destroy();
		}
	}

}
