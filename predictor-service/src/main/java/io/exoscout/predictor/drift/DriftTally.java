package io.exoscout.predictor.drift;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.exoscout.prediction.Drift;
import io.exoscout.prediction.Drift.FeatureDrift;
import io.exoscout.result.Rounded;
import org.jspecify.annotations.Nullable;

/** Counts where the values of rows lie among those of the training rows. */
public final class DriftTally {

	/** So many features are named. */
	private static final int NAMED = 10;

	private final TrainingSpread trained;

	private final long[][] bins;

	private final long[] outside;

	private long rows;

	/** A tally without rows. */
	public DriftTally(TrainingSpread trained) {
		this.trained = trained;
		this.bins = trained.features().stream().map((feature) -> new long[feature.bins()]).toArray(long[][]::new);
		this.outside = new long[this.bins.length];
	}

	/**
	 * Counts a row.
	 * @param vector one value per feature, {@code NaN} where it is missing
	 */
	public void add(float[] vector) {
		this.rows++;
		for (int f = 0; f < this.bins.length; f++) {
			FeatureSpread feature = this.trained.features().get(f);
			this.bins[f][feature.bin(vector[f])]++;
			this.outside[f] += feature.outside(vector[f]) ? 1 : 0;
		}
	}

	/**
	 * What is to be said of the rows so far.
	 * @param absent the features that no row can have
	 */
	public Drift drift(BitSet absent) {
		if (!this.trained.known() || this.rows == 0) {
			return Drift.unknown(this.rows);
		}
		List<Counted> counted = new ArrayList<>();
		for (int f = 0; f < this.bins.length; f++) {
			if (!absent.get(f)) {
				counted.add(counted(f));
			}
		}
		Double psi = overall(counted);
		long values = counted.stream().mapToLong((feature) -> this.rows - feature.missing()).sum();
		return new Drift(Drift.level(psi), this.rows, psi,
				Rounded.fourDigits(counted.stream().mapToLong(Counted::outside).sum() / (double) Math.max(1, values)),
				mean(counted, (feature) -> feature.missing() / (double) this.rows),
				mean(counted, Counted::missingInTraining), named(counted));
	}

	private Counted counted(int f) {
		FeatureSpread feature = this.trained.features().get(f);
		long[] counts = this.bins[f];
		Double psi = (this.rows < Drift.ENOUGH) ? null : feature.stability(counts, this.rows);
		long missing = counts[counts.length - 1];
		double worth = (psi != null) ? psi
				: (this.outside[f] + Math.abs(missing - this.rows * feature.missing())) / this.rows;
		return new Counted(f, psi, this.outside[f], missing, feature.missing(), worth);
	}

	/**
	 * One feature.
	 *
	 * @param place of it
	 * @param psi its stability index, {@code null} where rows are too few
	 * @param outside how many values are outside the range
	 * @param missing how many are missing
	 * @param missingInTraining share
	 * @param worth how much it is worth naming; 0 for nothing to speak of
	 */
	private record Counted(int place, @Nullable Double psi, long outside, long missing, double missingInTraining,
			double worth) {
	}

	/** What the model does not look at may drift as it likes. */
	private @Nullable Double overall(List<Counted> features) {
		if (this.rows < Drift.ENOUGH || features.isEmpty()) {
			return null;
		}
		double sum = 0;
		double weights = 0;
		for (Counted feature : features) {
			double weight = this.trained.importance()[feature.place()];
			sum += weight * ((feature.psi() != null) ? feature.psi() : 0);
			weights += weight;
		}
		return (weights > 0) ? Rounded.fourDigits(sum / weights)
				: mean(features, (feature) -> (feature.psi() != null) ? feature.psi() : 0);
	}

	private static double mean(List<Counted> features, ToDoubleFunction<Counted> figure) {
		return Rounded.fourDigits(features.stream().mapToDouble(figure).average().orElse(0));
	}

	private List<FeatureDrift> named(List<Counted> features) {
		return features.stream()
			.filter((feature) -> Rounded.fourDigits(feature.worth()) > 0)
			.sorted(Comparator.comparingDouble(Counted::worth).reversed())
			.limit(NAMED)
			.map(this::shown)
			.toList();
	}

	private FeatureDrift shown(Counted feature) {
		Double psi = (feature.psi() != null) ? Rounded.fourDigits(feature.psi()) : null;
		long there = this.rows - feature.missing();
		return new FeatureDrift(this.trained.names().get(feature.place()), Drift.level(psi), psi,
				Rounded.fourDigits(feature.outside() / (double) Math.max(1, there)),
				Rounded.fourDigits(feature.missing() / (double) this.rows),
				Rounded.fourDigits(feature.missingInTraining()));
	}

}
