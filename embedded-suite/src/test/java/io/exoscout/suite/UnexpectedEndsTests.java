package io.exoscout.suite;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class UnexpectedEndsTests {

	private final List<Integer> exits = new ArrayList<>();

	private final UnexpectedEnds ends = new UnexpectedEnds(this.exits::add);

	@Test
	void processEndsWithAThreadThatFoundNoMemory(CapturedOutput output) throws InterruptedException {
		end(new OutOfMemoryError("Java heap space"));
		assertThat(this.exits).containsExactly(UnexpectedEnds.OUT_OF_MEMORY);
		assertThat(output).contains("out of memory", "-Xmx");
	}

	@Test
	void processLivesOnWithoutAThreadThatFailed() throws InterruptedException {
		end(new IllegalStateException("a fault of ours"));
		assertThat(this.exits).isEmpty();
	}

	private void end(Throwable failure) throws InterruptedException {
		Thread thread = new Thread(() -> {
			throw sneaky(failure);
		});
		thread.setUncaughtExceptionHandler(this.ends);
		thread.start();
		thread.join();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
		throw (T) failure;
	}

}
