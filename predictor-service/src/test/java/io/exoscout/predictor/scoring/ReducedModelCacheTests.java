package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.fitting.ReducedModel;
import io.exoscout.fitting.Skill;
import io.exoscout.learning.FitMonitor;
import io.exoscout.model.Calibration;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.scoring.ReducedModelCache.Fitting;
import io.exoscout.predictor.scoring.ReducedModelCache.Key;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReducedModelCacheTests {

	private static final Runnable PATIENT = () -> {
	};

	private final AtomicInteger fits = new AtomicInteger();

	private final CountDownLatch free = new CountDownLatch(1);

	private final ReducedModelCache models = new ReducedModelCache(DataSize.ofMegabytes(1), 1);

	@AfterEach
	void close() {
		this.free.countDown();
		this.models.close();
	}

	private static Key key(String model, int... unknown) {
		BitSet places = new BitSet();
		for (int place : unknown) {
			places.set(place);
		}
		return new Key(model, places, false);
	}

	private ReducedModel fitted() {
		this.fits.incrementAndGet();
		return new ReducedModel(new int[] { 0 }, TestModels.longPeriodsArePlanets().forests(), Calibration.NONE,
				new Skill(0.9, 0.5, 0.2, 0.7, 100), 0.8);
	}

	private ReducedModel get(Key key) {
		return this.models.get(key, (threads, monitor) -> fitted(), PATIENT);
	}

	/** A fit that takes until the test is over. */
	private Fitting slow() {
		return (threads, monitor) -> {
			Awaitility.await().until(() -> this.free.getCount() == 0);
			return fitted();
		};
	}

	private void askAndGoAway(Key key) {
		try {
			this.models.get(key, slow(), () -> {
				throw new IllegalStateException("gone");
			});
		}
		catch (IllegalStateException ex) {
			assertThat(ex).hasMessage("gone");
		}
	}

	@Test
	void isFittedOnceForTheSameColumnsOfTheSameModel() {
		ReducedModel first = get(key("a", 1, 2));
		assertThat(get(key("a", 2, 1))).isSameAs(first);
		assertThat(this.fits).hasValue(1);
	}

	@Test
	void otherColumnsModelsAndKindsAreFittedAnew() {
		get(key("a", 1));
		get(key("a", 2));
		get(key("b", 1));
		get(new Key("a", key("a", 1).unknown(), true));
		assertThat(this.fits).hasValue(4);
	}

	@Test
	void failedFitIsToldAsItFailedAndTriedAgain() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.models.get(key("a", 1), (threads, monitor) -> {
				throw new ProblemException(ErrorCode.ONE_CLASS, "Not this one");
			}, PATIENT))
			.returns(ErrorCode.ONE_CLASS, ProblemException::code);
		get(key("a", 1));
		assertThat(this.fits).hasValue(1);
	}

	@Test
	void whoGoesAwayLeavesTheFitToTheNext() {
		askAndGoAway(key("a", 1));
		this.free.countDown();
		get(key("a", 1));
		assertThat(this.fits).hasValue(1);
	}

	@Test
	void refusesWhatWouldWaitBehindTooMany() {
		askAndGoAway(key("running"));
		// one is being fitted, the others wait
		for (int i = 0; i < 32; i++) {
			askAndGoAway(key("waiting", i));
		}
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> askAndGoAway(key("one too many")))
			.returns(ErrorCode.TOO_MANY_FITS, ProblemException::code)
			.returns(ProblemKind.UNAVAILABLE, ProblemException::kind);
		this.free.countDown();
		assertThat(get(key("waiting", 31))).isNotNull();
		assertThat(get(key("one too many"))).isNotNull();
	}

	@Test
	void closingStopsWhatIsBeingFitted() {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		assertThatIllegalStateException().isThrownBy(() -> this.models.get(key("a"), (threads, monitor) -> {
			started.countDown();
			try {
				return untilStopped(monitor);
			}
			finally {
				stopped.countDown();
			}
		}, () -> {
			if (started.getCount() == 0) {
				throw new IllegalStateException("gone");
			}
		}));
		this.models.close();
		Awaitility.await().until(() -> stopped.getCount() == 0);
	}

	private static ReducedModel untilStopped(FitMonitor monitor) {
		while (true) {
			monitor.checkStopped();
			Thread.onSpinWait();
		}
	}

}
