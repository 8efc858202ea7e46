package io.exoscout.dataset;

import java.util.Arrays;
import java.util.List;

/**
 * Whether labels stand under the name of the label, so that the cells of all rows can be
 * trusted to stand where they belong.
 */
final class LabelCells {

	private final int column;

	private long filled;

	private long labels;

	LabelCells(List<String> header) {
		List<String> names = ColumnNames.of(header).names();
		this.column = Arrays.stream(Mission.values())
			.mapToInt((mission) -> names.indexOf(mission.labelColumn()))
			.max()
			.orElse(-1);
	}

	void add(List<String> cells) {
		if (this.column < 0 || this.column >= cells.size() || cells.get(this.column).isEmpty()) {
			return;
		}
		String cell = cells.get(this.column);
		this.filled++;
		this.labels += Arrays.stream(Mission.values()).anyMatch((mission) -> mission.verdict(cell).isPresent()) ? 1 : 0;
	}

	boolean inPlace() {
		return this.labels > 0 && 2 * this.labels >= this.filled;
	}

}
