package io.exoscout.header;

import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Mission;

/**
 * Whether labels stand under the name of the label, so that the cells of all rows can be
 * trusted to stand where they belong.
 */
public final class LabelCells {

	private final int column;

	private long filled;

	private long labels;

	public LabelCells(List<String> header) {
		List<String> names = ColumnNames.of(header).names();
		this.column = Arrays.stream(Mission.values())
			.mapToInt((mission) -> names.indexOf(mission.labelColumn()))
			.max()
			.orElse(-1);
	}

	public void add(List<String> cells) {
		if (this.column < 0 || this.column >= cells.size() || cells.get(this.column).isEmpty()) {
			return;
		}
		String cell = cells.get(this.column);
		this.filled++;
		this.labels += Arrays.stream(Mission.values()).anyMatch((mission) -> mission.verdict(cell).isPresent()) ? 1 : 0;
	}

	public boolean inPlace() {
		return this.labels > 0 && 2 * this.labels >= this.filled;
	}

}
