package io.exoscout.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;

/** Collects objects into the columns of an {@link ObjectTable}, within the limits. */
public final class ObjectColumns {

	private final Mission mission;

	private final List<String> features;

	private final TableLimits limits;

	private final List<String> objects = new ArrayList<>();

	private final List<String> stars = new ArrayList<>();

	private final List<String> labels = new ArrayList<>();

	private long characters;

	private long[] rows = new long[1024];

	private final float[][] values;

	private float[] archiveScores = new float[this.rows.length];

	public ObjectColumns(Mission mission, List<String> features, TableLimits limits) {
		this.mission = mission;
		this.features = List.copyOf(features);
		this.limits = limits;
		this.values = new float[features.size()][this.rows.length];
	}

	/**
	 * Takes one object.
	 * @param object its values are the features, and after them the archive's score if
	 * the mission has one
	 */
	public void add(ObjectRow object) {
		int at = this.objects.size();
		this.characters += object.characters();
		this.limits.requireRoom(at + 1L, this.values.length, this.characters);
		if (at == this.rows.length) {
			grow(at * 2);
		}
		this.rows[at] = object.row();
		this.objects.add(object.object());
		this.stars.add(object.star());
		this.labels.add(object.label());
		for (int i = 0; i < this.values.length; i++) {
			this.values[i][at] = object.values()[i];
		}
		this.archiveScores[at] = (object.values().length > this.values.length) ? object.values()[this.values.length]
				: Float.NaN;
	}

	public ObjectTable table() {
		grow(this.objects.size());
		return new ObjectTable(this.mission, this.rows, this.objects.toArray(new String[0]),
				this.stars.toArray(new String[0]), this.labels.toArray(new String[0]), this.features, this.values,
				this.archiveScores);
	}

	private void grow(int size) {
		this.rows = Arrays.copyOf(this.rows, size);
		this.archiveScores = Arrays.copyOf(this.archiveScores, size);
		for (int i = 0; i < this.values.length; i++) {
			this.values[i] = Arrays.copyOf(this.values[i], size);
		}
	}

}
