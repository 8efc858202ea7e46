package io.exoscout.feature;

import java.util.List;

import io.exoscout.archive.StarSource;
import io.exoscout.neighbour.Neighbour;
import io.exoscout.objects.ObjectRow;

/**
 * Where rows hold what their neighbours look at.
 *
 * @param period place of the period among a row's values, -1 where it is not read; so are
 * the others
 */
record NeighbourColumns(int period, int epoch, int duration, int radius, int impact, int ra, int dec) {

	static NeighbourColumns of(FeatureSet set, List<String> columns) {
		return new NeighbourColumns(place(set, columns, "period"), place(set, columns, "epoch"),
				place(set, columns, "duration"), place(set, columns, "radius"), place(set, columns, "impact"),
				place(set, columns, "ra"), place(set, columns, "dec"));
	}

	Neighbour read(ObjectRow row) {
		float[] values = row.values();
		// that two stars have equal values makes no company
		long star = StarSource.isNameless(row.star()) ? Neighbour.NAMELESS : Neighbour.hash(row.star());
		return new Neighbour(Neighbour.hash(row.object()), star, at(values, this.period), at(values, this.epoch),
				at(values, this.duration), at(values, this.radius), at(values, this.impact), at(values, this.ra),
				at(values, this.dec));
	}

	private static int place(FeatureSet set, List<String> columns, String name) {
		String column = set.neighbourColumn(name);
		return (column != null) ? columns.indexOf(column) : -1;
	}

	private static float at(float[] values, int place) {
		return (place < 0) ? Float.NaN : values[place];
	}

}
