package io.exoscout.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;

/**
 * Collects objects into the columns of an {@link ObjectTable}, within the limits. Rows
 * that are one object under several names become one.
 */
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

	private final float[][] identity;

	/** Where the columns begin that tell an object. */
	private final int identityAt;

	public ObjectColumns(Mission mission, List<String> features, TableLimits limits) {
		this.mission = mission;
		this.features = List.copyOf(features);
		this.limits = limits;
		this.values = new float[features.size()][this.rows.length];
		this.identity = new float[IdentityColumns.of(mission).size()][this.rows.length];
		this.identityAt = features.size() + (int) mission.scoreColumn().stream().count();
	}

	/** The columns that {@link #add} takes. */
	public static List<String> wanted(Mission mission, List<String> features) {
		return Stream.of(features, mission.scoreColumn().stream().toList(), IdentityColumns.of(mission))
			.flatMap(List::stream)
			.toList();
	}

	/** Takes an object whose values are those of the {@link #wanted} columns. */
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
		this.archiveScores[at] = (this.identityAt > this.values.length) ? object.values()[this.values.length]
				: Float.NaN;
		for (int i = 0; i < this.identity.length; i++) {
			this.identity[i][at] = object.values()[this.identityAt + i];
		}
	}

	/**
	 * What was taken.
	 * @param meanwhile called again and again; may end it with an exception
	 */
	public ObjectTable table(Runnable meanwhile) {
		grow(this.objects.size());
		ObjectTable table = new ObjectTable(this.mission, this.rows, this.objects.toArray(new String[0]),
				this.stars.toArray(new String[0]), this.labels.toArray(new String[0]), this.features, this.values,
				this.archiveScores);
		return JoinedObjects.of(table, this.identity, meanwhile);
	}

	private void grow(int size) {
		this.rows = Arrays.copyOf(this.rows, size);
		this.archiveScores = Arrays.copyOf(this.archiveScores, size);
		for (int i = 0; i < this.values.length; i++) {
			this.values[i] = Arrays.copyOf(this.values[i], size);
		}
		for (int i = 0; i < this.identity.length; i++) {
			this.identity[i] = Arrays.copyOf(this.identity[i], size);
		}
	}

}
