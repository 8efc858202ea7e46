package io.exoscout.neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NeighboursTests {

	private static final float NONE = Float.NaN;

	private static Neighbour object(String name, String star, double period) {
		return new Neighbour(Neighbour.hash(name), Neighbour.hash(star), (float) period, 140, 3, 2, 0, NONE, NONE);
	}

	private static Neighbour place(String name, double ra, double dec) {
		return new Neighbour(Neighbour.hash(name), Neighbour.hash("star of " + name), 10, 140, 3, 2, 0, (float) ra,
				(float) dec);
	}

	private static Neighbours of(Neighbour... objects) {
		return of(Arrays.asList(objects));
	}

	private static Neighbours of(List<Neighbour> objects) {
		NeighbourBuilder builder = new NeighbourBuilder(objects.size());
		objects.forEach(builder::add);
		return builder.build();
	}

	private static Neighbour signal(String name, String star, double period, double epoch) {
		return new Neighbour(Neighbour.hash(name), Neighbour.hash(star), (float) period, (float) epoch, 3, 2, 0, 290,
				45);
	}

	@Test
	void takesOneSignalForOneObjectWhateverItIsCalled() {
		Neighbour sent = signal("my 7", "my star", 10.5, 140.25);
		Neighbours trained = of(signal("K00001.01", "1", 10.5, 140.25), object("K00002.01", "2", 10.5));
		Neighbours together = of(sent).with(trained, () -> {
		});
		assertThat(together.size()).isEqualTo(2);
		assertThat(Relation.EPHEMERIS_MATCH.of(sent, of(sent, trained.objects().get(0), trained.objects().get(1))))
			.isEqualTo(Relation.EPHEMERIS_MATCH.of(sent, together));
		assertThat(of(signal("a", "1", 10.5, 140.25), signal("b", "2", 10.5, 143)).objects())
			.allMatch((one) -> !one.isSignalOf(signal("c", "3", 10.5, 145)));
	}

	@Test
	void nobodyIsInHisOwnCompanyWhateverHeIsCalledTheSecondTime() {
		Neighbour b = signal("K00001.01", "10797460", 10.5, 140.25);
		Neighbour c = signal("K00001.02", "10797460", 20, 141);
		Neighbour renamed = signal("my b", "my star", 10.5, 140.25);
		Neighbour lone = signal("my d", "my star", 41, 150);
		NeighbourBuilder builder = new NeighbourBuilder(9);
		List.of(b, c, renamed, lone, signal("", "", 10.5, 140.25), signal("", "at 1 2", 20, 141)).forEach(builder::add);
		Neighbours table = builder.buildJoined(() -> {
		});
		assertThat(table.size()).isEqualTo(3);
		for (Neighbour object : List.of(b, c, renamed, lone)) {
			Neighbour named = table.named(object);
			assertThat(table.onStar(named)).isEqualTo(3);
			assertThat(table.companions(named)).hasSize(2);
			assertThat(table.samePeriod(named, 1e-3)).isZero();
			assertThat(Relation.EPHEMERIS_MATCH.of(named, table)).isEqualTo(1.5);
		}
	}

	@Test
	void namesJoinedInATableStayJoinedBesideAnother() {
		Neighbour b = signal("b", "1", 10.5, 140.25);
		Neighbour renamed = signal("my b", "my star", 10.5, 140.25);
		NeighbourBuilder builder = new NeighbourBuilder(2);
		builder.add(b);
		builder.add(renamed);
		Neighbours together = builder.buildJoined(() -> {
		}).with(of(signal("c", "1", 20, 141)), () -> {
		});
		assertThat(together.onStar(together.named(b))).isEqualTo(2);
		assertThat(together.onStar(together.named(renamed))).isEqualTo(2);
	}

	@Test
	void knowsAStarByAnotherNameFromAnObjectOrItsPlace() {
		Neighbours trained = of(signal("K00001.01", "10797460", 10, 140), signal("K00001.02", "10797460", 20, 141));
		Neighbour byName = object("K00001.01", "KOI 00001", 10);
		Neighbours sent = of(byName).with(trained, () -> {
		});
		assertThat(sent.onStar(sent.named(byName))).isEqualTo(2);
		Neighbour byPlace = signal("", "at 1044000 162000", 33, 150);
		sent = of(byPlace).with(trained, () -> {
		});
		assertThat(sent.onStar(sent.named(byPlace))).isEqualTo(3);
	}

	@Test
	void countsTheObjectsOfAStar() {
		Neighbour b = object("b", "1", 3);
		assertThat(of(b, object("c", "1", 7), object("d", "2", 3)).onStar(b)).isEqualTo(2);
	}

	@Test
	void countsObjectsWithoutAPeriod() {
		Neighbour b = object("b", "1", 3);
		assertThat(of(b, object("c", "1", NONE)).onStar(b)).isEqualTo(2);
	}

	@Test
	void doesNotKnowTheCompanyOfAnObjectWithoutAStar() {
		Neighbour b = object("b", "", 3);
		assertThat(of(b, object("c", "", 7)).onStar(b)).isNaN();
	}

	@Test
	void countsOtherObjectsOfTheSamePeriod() {
		Neighbour b = object("b", "1", 10);
		Neighbours table = of(b, object("c", "2", 10.00005), object("d", "3", 10.005), object("e", "4", 11));
		assertThat(table.samePeriod(b, 1e-5)).isEqualTo(1);
		assertThat(table.samePeriod(b, 1e-3)).isEqualTo(2);
	}

	@Test
	void doesNotTakeNegativeAndZeroPeriodsForPeriods() {
		Neighbour b = object("b", "1", -10);
		assertThat(of(b, object("c", "2", 0)).samePeriod(b, 1e-3)).isNaN();
	}

	@Test
	void takesRowsOfOneNameForOneObject() {
		Neighbour b = object("b", "1", 10);
		Neighbours table = of(b, b, object("c", "1", 20), object("c", "1", 20));
		assertThat(table.size()).isEqualTo(2);
		assertThat(table.samePeriod(b, 1e-3)).isZero();
		assertThat(table.onStar(b)).isEqualTo(2);
	}

	@Test
	void takesAStarSavedAsADecimalNumberForTheSame() {
		Neighbour b = object("b", "10797460", 10);
		assertThat(of(b, object("c", "10797460.0", 20)).onStar(b)).isEqualTo(2);
	}

	@Test
	void knowsNothingOfATableThatIsTooLarge() {
		NeighbourBuilder builder = new NeighbourBuilder(1);
		Neighbour b = object("b", "1", 10);
		builder.add(b);
		builder.add(object("c", "1", 20));
		assertThat(builder.build().onStar(b)).isNaN();
		assertThat(builder.build().samePeriod(b, 1)).isNaN();
	}

	@Test
	void matchesEphemeridesOfOtherStars() {
		Neighbour b = object("b", "1", 10);
		assertThat(Relation.EPHEMERIS_MATCH.of(b, of(b, object("c", "2", 10)))).isEqualTo(0, within(1e-6));
		assertThat(Relation.EPHEMERIS_MATCH.of(b, of(b, object("c", "2", 10.0005)))).isEqualTo(0.5, within(0.02));
	}

	@Test
	void matchesEphemeridesAtHarmonics() {
		Neighbour b = object("b", "1", 10);
		for (double period : new double[] { 20, 5, 30, 10.0 / 3 }) {
			assertThat(Relation.EPHEMERIS_MATCH.of(b, of(b, object("c", "2", period)))).isLessThan(0.1);
		}
	}

	@Test
	void measuresAMatchInTransitDurations() {
		Neighbour b = object("b", "1", 10);
		Neighbour later = new Neighbour(Neighbour.hash("c"), Neighbour.hash("2"), 10, 140 + 30 + 0.125f, 3, 2, 0, NONE,
				NONE);
		assertThat(Relation.EPHEMERIS_MATCH.of(b, of(b, later))).isEqualTo(1, within(1e-6));
	}

	@Test
	void doesNotMatchObjectsOfTheSameStar() {
		Neighbour b = object("b", "1", 10);
		assertThat(Relation.EPHEMERIS_MATCH.of(b, of(b, object("c", "1", 20)))).isEqualTo(1.5);
	}

	@Test
	void findsTheNearestOtherStar() {
		Neighbour b = place("b", 290, 45);
		Neighbours table = of(b, place("c", 290, 45 + 1.5 / 60), place("d", 290 + 1 / 60.0, 45), place("e", 291, 45));
		assertThat(Relation.NEAREST_STAR.of(b, table)).isEqualTo(Math.cos(Math.toRadians(45)), within(1e-3));
	}

	@Test
	void looksNoFartherThanTwoMinutes() {
		Neighbour b = place("b", 290, 45);
		assertThat(Relation.NEAREST_STAR.of(b, of(b, place("c", 290, 45.1)))).isEqualTo(2);
	}

	@Test
	void looksAcrossTheZeroOfRightAscension() {
		Neighbour b = place("b", 359.999, 0);
		assertThat(Relation.NEAREST_STAR.of(b, of(b, place("c", 0.001, 0)))).isEqualTo(0.12, within(0.01));
	}

	@Test
	void findsTheNearestStarWhereverFieldsAreCut() {
		Random random = new Random(1);
		List<Neighbour> objects = new ArrayList<>();
		for (int i = 0; i < 3000; i++) {
			objects.add(place("o" + i, 280 + 2 * random.nextDouble(), 43 + 2 * random.nextDouble()));
		}
		Neighbours table = of(objects);
		for (Neighbour object : objects) {
			double nearest = objects.stream()
				.filter((other) -> other != object)
				.mapToDouble((other) -> object.arcMinutesTo(other.ra(), other.dec(), object.eastward(), 60))
				.reduce(2, Math::min);
			assertThat(Relation.NEAREST_STAR.of(object, table)).isEqualTo(nearest);
		}
	}

	@Test
	void doesNotDependOnTheOrderOfRows() {
		Random random = new Random(2);
		List<Neighbour> objects = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			objects.add(object("o" + i % 450, "s" + i % 200, 1 + i % 97));
		}
		Neighbours table = of(objects);
		Collections.shuffle(objects, random);
		assertThat(of(objects).objects()).isEqualTo(table.objects());
	}

	@Test
	void answersQuicklyWhereEveryObjectHasTheSamePeriodAndPlace() {
		List<Neighbour> objects = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			objects.add(place("o" + i, 290, 45));
		}
		Neighbours table = of(objects);
		NeighbourIndex.Range near = table.index().near(objects.get(0).logPeriod(), 1e-3);
		assertThat(near.to() - near.from()).isLessThanOrEqualTo(512);
		assertThat(table.index().around(objects.get(0), 1, Sky.REACH)).hasSizeLessThanOrEqualTo(9)
			.allMatch((field) -> field.to() - field.from() <= 256);
	}

	@Test
	void prefersWhatWasSentToWhatWasKnown() {
		Neighbour b = object("b", "1", 10);
		Neighbours table = of(b).with(of(object("b", "1", 99), object("c", "1", 20)), () -> {
		});
		assertThat(table.objects()).containsExactlyInAnyOrder(b, object("c", "1", 20));
	}

	@Test
	void takesANamelessObjectForTheKnownOneOfItsStarAndPeriod() {
		Neighbour b = object("", "1", 10);
		Neighbours table = of(b).with(of(object("b", "1", 10), object("c", "1", 20)), () -> {
		});
		assertThat(table.onStar(b)).isEqualTo(2);
		assertThat(table.samePeriod(b, 1e-3)).isZero();
	}

	@Test
	void comparesNothingWithAnObjectThatMightBeAnyOfThem() {
		Neighbour b = object("", "", 10);
		assertThat(of(b).with(of(object("b", "1", 10)), () -> {
		}).samePeriod(b, 1e-3)).isNaN();
	}

	@Test
	void countsWhichObjectsAreInAnotherTable() {
		Neighbours whole = of(object("b", "1", 10), object("c", "1", 20), object("d", "2", 5));
		assertThat(of(object("c", "1", 20), object("x", "9", 5)).with(whole, () -> {
		}).size()).isEqualTo(whole.size() + 1);
	}

}
