package io.exoscout.trainer.evaluation;

import java.util.List;
import java.util.stream.IntStream;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;

/**
 * Which classes mean a planet.
 *
 * @param names of the classes
 * @param indexes their places among all classes; none at all in tables without planets
 */
public record PlanetClasses(List<String> names, int[] indexes) {

	public static PlanetClasses of(Mission mission, Target target, List<String> classNames) {
		int[] indexes = IntStream.range(0, classNames.size())
			.filter((index) -> isPlanet(mission, target, classNames.get(index)))
			.toArray();
		return new PlanetClasses(IntStream.of(indexes).mapToObj(classNames::get).toList(), indexes);
	}

	private static boolean isPlanet(Mission mission, Target target, String className) {
		return switch (target) {
			case PLANET -> className.equals(Target.CONFIRMED);
			case DISPOSITION -> mission.verdict(className).filter(Verdict.PLANET::equals).isPresent();
		};
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
		int best = this.indexes[0];
		for (int index : this.indexes) {
			best = (probabilities[index] > probabilities[best]) ? index : best;
		}
		return best;
	}

}
