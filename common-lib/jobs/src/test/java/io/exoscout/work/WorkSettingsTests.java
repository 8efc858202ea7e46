package io.exoscout.work;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class WorkSettingsTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Settings.class);

	@Test
	void hasDefaults() {
		this.context.run((context) -> assertThat(context.getBean(WorkSettings.class))
			.returns(Duration.ofSeconds(20), WorkSettings::lease)
			.returns(3, WorkSettings::maxAttempts));
	}

	@Test
	void refusesALeaseThatOneLateHeartbeatWouldLose() {
		this.context.withPropertyValues("exoscout.work.lease=2s", "exoscout.work.heartbeat=1s")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("lease must be at least three heartbeats"));
	}

	@Test
	void refusesALeaseThatRunsOutBetweenTwoSweeps() {
		this.context.withPropertyValues("exoscout.work.lease=9s", "exoscout.work.sweep=5s")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("lease must be at least two sweeps"));
	}

	@Test
	void refusesNoAttemptsAtAll() {
		this.context.withPropertyValues("exoscout.work.max-attempts=0")
			.run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties(WorkSettings.class)
	static class Settings {

	}

}
