package io.exoscout.study;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MarkdownTableTests {

	@Test
	void columnsAreAsWideAsTheirWidestCell() {
		assertThat(new MarkdownTable(List.of("a", "longer")).row(List.of("wide", "b"))).hasToString("""
				| a    | longer |
				|---|---|
				| wide | b      |""");
	}

	@Test
	void everyRowHasAllColumns() {
		MarkdownTable table = new MarkdownTable(List.of("a", "b"));
		assertThatIllegalArgumentException().isThrownBy(() -> table.row(List.of("alone")));
	}

}
