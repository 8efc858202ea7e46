package io.exoscout.work;

import io.exoscout.job.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ConfigurableApplicationContext;

/** Tests of jobs that have to come out the same on each database, empty before each. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
public abstract class EachDatabaseTest {

	protected static ConfigurableApplicationContext context;

	protected static Jobs jobs;

	@Parameter
	TestDatabase database;

	@BeforeParameterizedClassInvocation
	static void start(TestDatabase database) {
		context = database.context(WorkConfiguration.class);
		jobs = context.getBean(Jobs.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		if (context != null) {
			context.close();
		}
	}

	@BeforeEach
	void clear() {
		TestServers.clear(context);
	}

}
