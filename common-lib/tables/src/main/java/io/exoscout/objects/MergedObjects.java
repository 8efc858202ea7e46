package io.exoscout.objects;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.exoscout.body.TableLimits;

/**
 * Brings the K2 table, one row per planet and publication, to one object per planet: of
 * each column the first filled value, the row with {@code default_flag} 1 before the
 * others, those in file order. Objects keep the order of their first appearance. Held in
 * memory, since the rows of one planet may stand anywhere.
 */
public final class MergedObjects {

	private final TableLimits limits;

	private final int width;

	private long characters;

	private final Map<String, Merged> byName = new LinkedHashMap<>();

	public MergedObjects(TableLimits limits, int width) {
		this.limits = limits;
		this.width = width;
	}

	/**
	 * Takes one row.
	 * @param row the row, as an object of its own
	 * @param isDefault whether its {@code default_flag} is 1
	 */
	public void add(ObjectRow row, boolean isDefault) {
		// a nameless row belongs to no other
		String key = row.object().isEmpty() ? "\n" + row.row() : row.object();
		Merged merged = this.byName.get(key);
		if (merged == null) {
			merged = new Merged(row, isDefault);
			this.byName.put(key, merged);
		}
		else {
			this.characters -= merged.object.characters();
			merged.add(row, isDefault);
		}
		this.characters += merged.object.characters();
		this.limits.requireRoom(this.byName.size(), this.width, this.characters);
	}

	/** The objects so far. */
	public Collection<ObjectRow> objects() {
		return this.byName.values().stream().map((merged) -> merged.object).toList();
	}

	private static final class Merged {

		private ObjectRow object;

		private boolean defaultSeen;

		Merged(ObjectRow first, boolean isDefault) {
			this.object = first;
			this.defaultSeen = isDefault;
		}

		void add(ObjectRow row, boolean isDefault) {
			boolean leads = isDefault && !this.defaultSeen;
			this.defaultSeen |= isDefault;
			this.object = leads ? filledBy(row, this.object) : filledBy(this.object, row);
		}

		private static ObjectRow filledBy(ObjectRow leading, ObjectRow other) {
			float[] values = leading.values();
			for (int i = 0; i < values.length; i++) {
				values[i] = Float.isNaN(values[i]) ? other.values()[i] : values[i];
			}
			return new ObjectRow(leading.row(), leading.object(),
					leading.star().isEmpty() ? other.star() : leading.star(),
					leading.label().isEmpty() ? other.label() : leading.label(), values);
		}

	}

}
