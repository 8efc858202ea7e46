package io.exoscout.orchestrator.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.TableReport;
import io.exoscout.objects.ObjectRow;

/**
 * All objects of a table, or a random sample of them where they are many (Vitter 1985,
 * algorithm R). The same table gives the same sample.
 */
final class ObjectSample {

	/** More than the archive has of any mission. */
	static final int MOST = 20_000;

	private final SplittableRandom random = new SplittableRandom(42);

	private final List<ObjectRow> objects = new ArrayList<>();

	private long offered;

	void offer(ObjectRow object) {
		this.offered++;
		if (this.objects.size() < MOST) {
			this.objects.add(object);
			return;
		}
		long place = this.random.nextLong(this.offered);
		if (place < MOST) {
			this.objects.set((int) place, object);
		}
	}

	/** The label of each, as a report of the table counts it. */
	String[] labels(Mission mission) {
		return this.objects.stream()
			.map((object) -> TableReport.counted(mission, object.label()))
			.toArray(String[]::new);
	}

	/** The numbers of one column. */
	float[] column(int place) {
		float[] column = new float[this.objects.size()];
		for (int i = 0; i < column.length; i++) {
			column[i] = this.objects.get(i).values()[place];
		}
		return column;
	}

}
