package io.exoscout.predictor.rows;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.exoscout.objects.ObjectRow;

import static org.assertj.core.api.Assertions.assertThat;

class RowMemoryTests {

	private static ObjectRow row(long number) {
		return new ObjectRow(number, "K%05d.01".formatted(number), "1", "", new float[10]);
	}

	private static RowMemory memory(long most, int rows) {
		RowMemory memory = new RowMemory(most);
		for (int i = 1; i <= rows; i++) {
			memory.add(row(i));
		}
		return memory;
	}

	@Test
	void givesTheRowsAgainHoweverOftenTheyAreAskedFor() {
		RowMemory memory = memory(10_000, 3);
		memory.add(null);
		assertThat(memory.whole()).isTrue();
		for (int time = 0; time < 2; time++) {
			Supplier<@Nullable ObjectRow> rows = memory.rows();
			assertThat(rows.get()).isNotNull().returns(1L, ObjectRow::row);
			assertThat(rows.get()).isNotNull().returns(2L, ObjectRow::row);
			assertThat(rows.get()).isNotNull().returns(3L, ObjectRow::row);
			assertThat(rows.get()).isNull();
		}
	}

	@Test
	void isNotWholeBeforeTheEnd() {
		assertThat(memory(10_000, 3).whole()).isFalse();
	}

	@Test
	void keepsNothingOfTooManyRows() {
		RowMemory memory = memory(10_000, 1000);
		memory.add(null);
		assertThat(memory.whole()).isFalse();
		assertThat(memory.rows().get()).isNull();
	}

}
