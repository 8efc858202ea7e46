package io.exoscout.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingLineTests {

	private static final Sender ADA = new Sender("192.0.2.1", false);

	private static final Sender BOB = new Sender("192.0.2.2", false);

	private static final Sender HERE = new Sender("127.0.0.1", true);

	private final List<String> served = new ArrayList<>();

	private final WaitingLine line = new WaitingLine(3, 2);

	private BooleanSupplier turn(String name) {
		return () -> this.served.add(name);
	}

	@Test
	void oneSenderHasNoMoreThanItsShare() {
		assertThat(this.line.take(ADA)).isTrue();
		assertThat(this.line.take(ADA)).isTrue();
		assertThat(this.line.take(ADA)).isFalse();
		assertThat(this.line.take(BOB)).isTrue();
	}

	@Test
	void thisMachineMayHaveAll() {
		assertThat(this.line.take(HERE) && this.line.take(HERE) && this.line.take(HERE)).isTrue();
	}

	@Test
	void whoWaitsForItsShareGoesOnOnceThatIsLess() {
		this.line.take(ADA);
		this.line.take(ADA);
		assertThat(this.line.takeOrWait(ADA, turn("third"))).isFalse();
		assertThat(this.line.isFull()).as("one is free").isFalse();
		this.line.leave(ADA);
		assertThat(this.served).containsExactly("third");
	}

	@Test
	void aPlaceGoesToTheFirstWhoMayHaveIt() {
		this.line.take(ADA);
		this.line.take(ADA);
		this.line.take(BOB);
		this.line.takeOrWait(ADA, turn("ada"));
		this.line.takeOrWait(BOB, turn("bob"));
		this.line.takeOrWait(BOB, turn("bob again"));
		assertThat(this.line.isFull()).isTrue();
		this.line.leave(BOB);
		this.line.leave(ADA);
		assertThat(this.served).containsExactly("bob", "ada");
	}

	@Test
	void whoIsGoneIsPassedOver() {
		this.line.take(HERE);
		this.line.take(HERE);
		this.line.take(HERE);
		this.line.takeOrWait(ADA, () -> false);
		BooleanSupplier gone = turn("forgotten");
		this.line.takeOrWait(ADA, gone);
		this.line.forget(gone);
		this.line.leave(HERE);
		assertThat(this.served).isEmpty();
		assertThat(this.line.take(BOB)).as("the place").isTrue();
		assertThat(this.line.take(BOB)).isFalse();
	}

}
