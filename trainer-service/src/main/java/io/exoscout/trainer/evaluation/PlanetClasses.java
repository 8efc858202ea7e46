package io.exoscout.trainer.evaluation;

import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;
import io.exoscout.fitting.OutOfFold;

/**
 * Which classes mean a planet.
 *
 * @param names of the classes
 * @param indexes their places among all classes; none at all in tables without planets
 */
public record PlanetClasses(List<String> names, int[] indexes) {

	public static PlanetClasses of(Mission mission, Target target, List<String> classNames) {
		int[] indexes = IntStream.range(0, classNames.size())
			.filter((index) -> target.verdictOf(mission, classNames.get(index)) == Verdict.PLANET)
			.toArray();
		return new PlanetClasses(IntStream.of(indexes).mapToObj(classNames::get).toList(), indexes);
	}

	/** Whether no class means a planet. */
	public boolean isEmpty() {
		return this.indexes.length == 0;
	}

	/** How likely a planet of any of the classes is. */
	public double sum(double[] ofClasses) {
		double sum = 0;
		for (int index : this.indexes) {
			sum += ofClasses[index];
		}
		return sum;
	}

	/** The likeliest of the classes. */
	public int likeliest(double[] probabilities) {
		double[] ofPlanets = IntStream.of(this.indexes).mapToDouble((index) -> probabilities[index]).toArray();
		return this.indexes[OutOfFold.likeliest(ofPlanets)];
	}

}
