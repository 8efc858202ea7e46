package io.exoscout.predictor.scoring;

import java.util.BitSet;
import java.util.stream.IntStream;

import io.exoscout.fitting.MaskedFit;
import io.exoscout.fitting.ReducedFit;
import io.exoscout.fitting.ReducedModel;
import io.exoscout.model.TrainedModel;
import io.exoscout.predictor.rows.ModelInputs;
import org.jspecify.annotations.Nullable;

/** Makes of one model what scores rows that lack something. */
final class RowModelFactory {

	private final ModelInputs inputs;

	private final String digest;

	private final ReducedModelCache reduced;

	private final Runnable meanwhile;

	/** Serves all rows of a request, once it is there. */
	private @Nullable ReducedModel masked;

	RowModelFactory(ModelInputs inputs, String digest, ReducedModelCache reduced, Runnable meanwhile) {
		this.inputs = inputs;
		this.digest = digest;
		this.reduced = reduced;
		this.meanwhile = meanwhile;
	}

	/** A model without the features at some places, which are not known. */
	RowModel without(BitSet unknown) {
		TrainedModel model = this.inputs.model();
		if (unknown.isEmpty()) {
			return new WholeModel(model);
		}
		if (unknown.cardinality() == width()) {
			return new BaseRates(model);
		}
		if (model.rows().size() == 0) {
			return ExpectedRowModel.of(model, unknown, importanceKnown(unknown));
		}
		ReducedModel fitted = this.reduced.get(new ReducedModelCache.Key(this.digest, unknown, false),
				new ReducedFit(model, unknown)::run, this.meanwhile);
		return new FittedRowModel(fitted, width(), fitted.information());
	}

	/** A model for rows of which now this, now that is not known. */
	RowModel masked(BitSet unknown) {
		if (unknown.cardinality() == width()) {
			return new BaseRates(this.inputs.model());
		}
		ReducedModel fitted = this.masked;
		if (fitted == null) {
			fitted = this.reduced.get(new ReducedModelCache.Key(this.digest, new BitSet(), true),
					new MaskedFit(this.inputs.model(), this.inputs.cells(), this.inputs::unknown)::run, this.meanwhile);
			this.masked = fitted;
		}
		return new FittedRowModel(fitted, width(), importanceKnown(unknown));
	}

	private int width() {
		return this.inputs.model().manifest().features().size();
	}

	/** A rough measure of information where nothing better can be had. */
	double importanceKnown(BitSet unknown) {
		double[] importance = this.inputs.model().manifest().importance();
		return IntStream.range(0, importance.length)
			.filter((feature) -> !unknown.get(feature))
			.mapToDouble((feature) -> importance[feature])
			.sum();
	}

}
