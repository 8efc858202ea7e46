package io.exoscout.protocol;

import java.util.Map;

import io.exoscout.work.TestBroker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that hold on the embedded broker as well as on RabbitMQ. */
@ParameterizedClass
@EnumSource(TestBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnEachBroker {

	@Parameter
	TestBroker broker;

	WorkerStage stage;

	/** What is set other than usual. */
	Map<String, Object> settings() {
		return Map.of();
	}

	@BeforeParameterizedClassInvocation
	void start(TestBroker broker) {
		this.stage = new WorkerStage(broker, settings());
	}

	@AfterParameterizedClassInvocation
	void stop() {
		this.stage.close();
	}

	@BeforeEach
	void clear() {
		this.stage.clear();
	}

}
