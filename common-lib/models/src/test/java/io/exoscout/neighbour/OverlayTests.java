package io.exoscout.neighbour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.RealTables;
import io.exoscout.feature.Feature;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;

import static org.assertj.core.api.Assertions.assertThat;

class OverlayTests {

	private static final Comparator<Neighbour> ORDER = Comparator.comparingLong(Neighbour::object);

	/** A third of a thousand subsets from each mission. */
	private static final int SUBSETS = 334;

	private static Neighbour object(long name) {
		return new Neighbour(name, 1, 10, 140, 3, 2, 0, Float.NaN, Float.NaN);
	}

	private static List<Neighbour> objects(IntStream names) {
		return names.mapToObj(OverlayTests::object).toList();
	}

	@Test
	void isTheListThatSortingWouldGive() {
		List<Neighbour> base = objects(IntStream.range(0, 200).map((i) -> 2 * i));
		Random random = new Random(3);
		for (int round = 0; round < 200; round++) {
			List<Neighbour> added = objects(random.ints(random.nextInt(30), -5, 405).distinct().sorted());
			Set<Neighbour> removed = Set
				.copyOf(IntStream.range(0, random.nextInt(30)).mapToObj((i) -> base.get(random.nextInt(200))).toList());
			List<Neighbour> sorted = new ArrayList<>(base);
			sorted.removeAll(removed);
			sorted.addAll(added);
			sorted.sort(ORDER);
			List<Neighbour> overlay = Overlay.of(base, removed, added, ORDER);
			assertThat(overlay).hasSameSizeAs(sorted);
			assertThat(overlay.stream().mapToLong(Neighbour::object))
				.containsExactlyElementsOf(sorted.stream().map(Neighbour::object).toList());
		}
	}

	@ParameterizedTest
	@CsvSource({ "KEPLER," + RealTables.KEPLER, "TESS," + RealTables.TESS, "K2," + RealTables.K2 })
	void subsetsOfARealTableSeeWhatTheyWouldSeeInATableOfAll(Mission mission, String file) throws IOException {
		FeatureSet set = FeatureSet.current(mission);
		FeatureVectors vectors = new FeatureVectors(set, set.features().stream().map(Feature::name).toList());
		List<ObjectRow> rows = new ArrayList<>();
		try (ObjectReader reader = ObjectReader.open(RealTables.open(file), mission, vectors.columns(),
				TableLimits.DEFAULTS)) {
			for (ObjectRow row = reader.next(); row != null; row = reader.next()) {
				rows.add(row);
			}
		}
		Random random = new Random(11);
		Neighbours trained = vectors.neighbours(rows.stream().filter((row) -> random.nextInt(4) > 0).toList(), () -> {
		});
		for (int subset = 0; subset < SUBSETS; subset++) {
			int size = 1 + random.nextInt((subset % 20 == 0) ? 3000 : 1 + subset);
			List<ObjectRow> sent = IntStream.range(0, size)
				.mapToObj((i) -> changed(rows.get(random.nextInt(rows.size())), random))
				.toList();
			Neighbours own = vectors.neighbours(sent, () -> {
			});
			Neighbours overlay = own.with(trained, () -> {
			});
			Neighbours together = together(own, trained);
			assertThat(own.with(trained, () -> {
			}).size())
				.isEqualTo(own.size() + (int) trained.objects().stream().filter((object) -> !own.has(object)).count());
			assertThat(overlay.objects()).isEqualTo(together.objects());
			for (ObjectRow row : sent.subList(0, Math.min(50, size))) {
				assertThat(vectors.of(row, overlay)).containsExactly(vectors.of(row, together));
			}
		}
	}

	/** Some rows come without the name of the object or of its star, or with another. */
	private static ObjectRow changed(ObjectRow row, Random random) {
		String object = (random.nextInt(8) == 0) ? "" : row.object();
		String star = switch (random.nextInt(8)) {
			case 0 -> "";
			case 1 -> "my " + row.star();
			default -> row.star();
		};
		return new ObjectRow(row.row(), object, star, row.label(), row.values());
	}

	/** All objects put together and sorted anew. */
	private static Neighbours together(Neighbours own, Neighbours trained) {
		StarNames theirs = StarNames.of(own.objects(), trained::hasStar, trained::byName, trained::atPlaceOf, () -> {
		});
		NeighbourBuilder builder = new NeighbourBuilder(own.size() + trained.size());
		own.objects().forEach((object) -> builder.add(theirs.named(object)));
		trained.objects().stream().filter((object) -> !own.has(object)).forEach(builder::add);
		return builder.build(own.starNames().then(theirs));
	}

}
