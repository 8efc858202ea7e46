package io.exoscout.neighbour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.RealTables;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Relations of few objects against comparing each of them with all others. */
class RelationTests {

	private static final int SUBSETS = 40;

	/** With no more than this every object is compared with every other. */
	private static final int FEW = 250;

	private static final List<String> FEATURES = FeatureSet.current(Mission.KEPLER)
		.features()
		.stream()
		.map(Feature::name)
		.filter((name) -> Relation.of(name).isPresent())
		.toList();

	private final FeatureVectors vectors = new FeatureVectors(FeatureSet.current(Mission.KEPLER), FEATURES);

	private static double atPeriod(Neighbour object, Neighbour other, double ratio) {
		return Math.abs(other.logPeriod() - (object.logPeriod() + StrictMath.log(ratio)));
	}

	private static double angle(Neighbour object, Neighbour other) {
		double turn = Math.abs(object.ra() - other.ra());
		double east = Math.min(turn, 360 - turn) * StrictMath.cos(StrictMath.toRadians(object.dec()));
		double north = object.dec() - other.dec();
		return 60 * Math.sqrt(east * east + north * north);
	}

	private static double match(Neighbour object, List<Neighbour> all) {
		double best = 1.5;
		for (double ratio : new double[] { 1, 2, 1.0 / 2, 3, 1.0 / 3 }) {
			for (Neighbour other : all) {
				if (other.isElsewhereThan(object) && atPeriod(object, other, ratio) <= 1.5e-4) {
					double apart = atPeriod(object, other, ratio) / 1e-4
							+ object.transitsApart(other.epoch(), other.duration(), ratio);
					best = Double.isNaN(apart) ? best : Math.min(best, apart);
				}
			}
		}
		return best;
	}

	private static double nearby(Neighbour object, List<Neighbour> all) {
		return all.stream()
			.filter((other) -> other.isElsewhereThan(object) && angle(object, other) < 20
					&& atPeriod(object, other, 1) <= 1e-3)
			.count();
	}

	private static double nearest(Neighbour object, List<Neighbour> all) {
		return all.stream()
			.filter((other) -> other.hasPlace() && other.isElsewhereThan(object))
			.mapToDouble((other) -> angle(object, other))
			.reduce(2, Math::min);
	}

	private static double onStar(Neighbour object, List<Neighbour> all) {
		return all.stream().filter(object::sharesStarWith).count();
	}

	private List<ObjectRow> rows() throws IOException {
		List<ObjectRow> rows = new ArrayList<>();
		try (ObjectReader reader = ObjectReader.open(RealTables.open(RealTables.KEPLER), Mission.KEPLER,
				this.vectors.columns(), TableLimits.DEFAULTS)) {
			for (ObjectRow row = reader.next(); row != null; row = reader.next()) {
				rows.add(row);
			}
		}
		return rows;
	}

	/** Rows that lie side by side have stars in common, and others periods. */
	private static List<ObjectRow> subset(List<ObjectRow> rows, Random random) {
		int from = random.nextInt(rows.size() - FEW);
		List<ObjectRow> some = new ArrayList<>(rows.subList(from, from + 1 + random.nextInt(FEW / 2)));
		for (int i = 0; i < FEW / 2; i++) {
			some.add(rows.get(random.nextInt(rows.size())));
		}
		Collections.shuffle(some, random);
		return some;
	}

	private static void compare(Relation relation, ToDoubleBiFunction<Neighbour, List<Neighbour>> plainly,
			Neighbours table) {
		for (Neighbour object : table.objects()) {
			double found = relation.of(object, table);
			if (!Double.isNaN(found)) {
				assertThat(found).isEqualTo(plainly.applyAsDouble(object, table.objects()));
			}
		}
	}

	private static void compare(Neighbours table) {
		compare(Relation.EPHEMERIS_MATCH, RelationTests::match, table);
		compare(Relation.SAME_PERIOD_NEARBY, RelationTests::nearby, table);
		compare(Relation.NEAREST_STAR, RelationTests::nearest, table);
		compare(Relation.OBJECTS_ON_STAR, RelationTests::onStar, table);
	}

	@Test
	void areWhatComparingAllWithAllGives() throws IOException {
		Random random = new Random(5);
		List<ObjectRow> rows = rows();
		for (int i = 0; i < SUBSETS; i++) {
			compare(this.vectors.neighbours(subset(rows, random), () -> {
			}));
		}
	}

	@Test
	void areTheSameOfAFewRowsLaidOverATable() throws IOException {
		Random random = new Random(6);
		List<ObjectRow> rows = rows();
		for (int i = 0; i < SUBSETS; i++) {
			List<ObjectRow> some = subset(rows, random);
			Neighbours few = this.vectors.neighbours(some.subList(0, 3), () -> {
			});
			Neighbours laidOver = few.with(this.vectors.neighbours(some.subList(3, some.size()), () -> {
			}), () -> {
			});
			compare(laidOver);
		}
	}

	@Test
	void theNearestStarIsFoundWhereverOnTheSky() {
		Random random = new Random(7);
		for (int table = 0; table < SUBSETS; table++) {
			NeighbourBuilder builder = new NeighbourBuilder(FEW);
			float ra = (table % 3 == 0) ? 0 : random.nextFloat() * 360;
			float dec = (table % 2 == 0) ? 90 - random.nextInt(60) / 60f : random.nextFloat() * 180 - 90;
			for (int i = 1; i <= FEW; i++) {
				double east = random.nextGaussian() / 10 / Math.max(0.01, Math.cos(Math.toRadians(dec)));
				float north = Math.max(-90, Math.min(90, dec + (float) random.nextGaussian() / 10));
				builder.add(new Neighbour(i, i, i, Float.NaN, Float.NaN, Float.NaN, Float.NaN,
						(float) ((ra + east + 360) % 360), north));
			}
			compare(Relation.NEAREST_STAR, RelationTests::nearest, builder.build());
		}
	}

	@Test
	void ofAllRowsOfATableAreThoseOfEachByItself() throws IOException {
		List<ObjectRow> rows = rows();
		Neighbours trained = this.vectors.neighbours(subset(rows, new Random(8)), () -> {
		});
		Iterator<ObjectRow> each = rows.iterator();
		TableObjects table = this.vectors.neighbours(() -> each.hasNext() ? each.next() : null, rows.size(), (row) -> {
		}, () -> {
		});
		Neighbours all = table.all().with(trained, () -> {
		});
		TableObjects.Relations relations = table.among(all, () -> {
		});
		for (int i = 0; i < rows.size(); i++) {
			assertThat(this.vectors.of(rows.get(i), i, relations)).containsExactly(this.vectors.of(rows.get(i), all));
		}
	}

	@Test
	void ofATableThatIsTooLargeAreNotKnown() throws IOException {
		Iterator<ObjectRow> each = rows().iterator();
		TableObjects table = this.vectors.neighbours(() -> each.hasNext() ? each.next() : null, 10, (row) -> {
		}, () -> {
		});
		assertThat(table.among(table.all(), () -> {
		}).known()).isFalse();
	}

}
