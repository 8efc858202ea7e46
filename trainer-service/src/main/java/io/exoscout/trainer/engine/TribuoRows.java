package io.exoscout.trainer.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import io.exoscout.learning.FitMonitor;
import io.exoscout.learning.TrainingSet;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The rows of a training set as Tribuo takes them, by the names of features and classes.
 * Tribuo numbers both itself; {@link #features} and {@link #classes} find the way back.
 *
 * @param set the rows
 * @param missing what a missing value is given as; {@code NaN} if it is left out
 */
record TribuoRows(TrainingSet set, double missing) {

	/** Less than any other value, if not infinite. */
	static final double LOWEST = -Float.MAX_VALUE;

	/** No time that differs from one training to the next. */
	static final OffsetDateTime NO_TIME = Instant.EPOCH.atOffset(ZoneOffset.UTC);

	/**
	 * It has a line for every tree; held, since loggers that nobody holds are new ones.
	 */
	private static final Logger LOGGER = Logger.getLogger("org.tribuo");

	static {
		LOGGER.setLevel(Level.WARNING);
	}

	/** Missing values are lower than any other: for trees that know none. */
	static TribuoRows withMissingLowest(TrainingSet set) {
		return new TribuoRows(set, LOWEST);
	}

	/** Missing values are left out: for libraries that know what that means. */
	static TribuoRows withMissingLeftOut(TrainingSet set) {
		return new TribuoRows(set, Double.NaN);
	}

	/** All rows that have a value, for Tribuo takes no others. */
	Dataset<Label> dataset(FitMonitor monitor) {
		LabelFactory factory = new LabelFactory();
		String rule = Double.isNaN(this.missing) ? "missing values are left out" : "missing values are " + this.missing;
		MutableDataset<Label> dataset = new MutableDataset<>(
				new SimpleDataSourceProvenance("ExoScout, " + rule, NO_TIME, factory), factory);
		for (int row : told()) {
			monitor.checkStopped();
			dataset.add(example(row));
		}
		return dataset;
	}

	/** The rows that have a value. */
	int[] told() {
		return IntStream.range(0, this.set.size()).filter(this::isTold).toArray();
	}

	private boolean isTold(int row) {
		return !Double.isNaN(this.missing) || IntStream.range(0, this.set.features())
			.anyMatch((feature) -> !Float.isNaN(this.set.value(feature, row)));
	}

	/** Some rows, with their classes. */
	List<Example<Label>> examples(int[] rows) {
		return Arrays.stream(rows).mapToObj(this::example).toList();
	}

	private Example<Label> example(int row) {
		List<String> names = new ArrayList<>();
		double[] values = new double[this.set.features()];
		for (int f = 0; f < values.length; f++) {
			float value = this.set.value(f, row);
			double given = Float.isNaN(value) ? this.missing : value;
			if (!Double.isNaN(given)) {
				values[names.size()] = given;
				names.add(this.set.featureNames().get(f));
			}
		}
		return new ArrayExample<>(new Label(this.set.classNames().get(this.set.label(row))),
				names.toArray(String[]::new), Arrays.copyOf(values, names.size()));
	}

	/** Which of our features each of a model's is. */
	int[] features(Model<Label> model) {
		ImmutableFeatureMap map = model.getFeatureIDMap();
		return IntStream.range(0, map.size())
			.map((id) -> this.set.featureNames().indexOf(map.get(id).getName()))
			.toArray();
	}

	/** Which of our classes each of a model's is. */
	int[] classes(Model<Label> model) {
		ImmutableOutputInfo<Label> info = model.getOutputIDInfo();
		return IntStream.range(0, info.size())
			.map((id) -> this.set.classNames().indexOf(info.getOutput(id).getLabel()))
			.toArray();
	}

}
