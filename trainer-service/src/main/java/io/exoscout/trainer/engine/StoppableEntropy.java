package io.exoscout.trainer.engine;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import io.exoscout.learning.FitMonitor;
import org.tribuo.classification.dtree.impurity.Entropy;
import org.tribuo.classification.dtree.impurity.LabelImpurity;

/**
 * Tribuo's entropy, which it asks for at every place where a node may be split, and so
 * the one place where a tree that is being grown can be stopped.
 */
final class StoppableEntropy implements LabelImpurity {

	private final Entropy entropy = new Entropy();

	private final FitMonitor monitor;

	StoppableEntropy(FitMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public double impurityNormed(double[] shares) {
		this.monitor.checkStopped();
		return this.entropy.impurityNormed(shares);
	}

	/** The model's file names what was asked, which Tribuo has. */
	@Override
	public ConfiguredObjectProvenance getProvenance() {
		return this.entropy.getProvenance();
	}

	@Override
	public String toString() {
		return this.entropy.toString();
	}

}
