package io.exoscout.trainer.engine;

import java.util.Map;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.exoscout.learning.FitMonitor;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.common.tree.DecisionTreeTrainer;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.provenance.TrainerProvenance;

/**
 * Tribuo's CART, every tree of which is a round.
 *
 * @param cart grows the trees
 * @param monitor hears of each
 */
record CountedTrees(CARTClassificationTrainer cart, FitMonitor monitor) implements DecisionTreeTrainer<Label> {

	@Override
	public TreeModel<Label> train(Dataset<Label> examples, Map<String, Provenance> run) {
		return counted(this.cart.train(examples, run));
	}

	@Override
	public TreeModel<Label> train(Dataset<Label> examples, Map<String, Provenance> run, int invocation) {
		return counted(this.cart.train(examples, run, invocation));
	}

	private TreeModel<Label> counted(TreeModel<Label> tree) {
		this.monitor.roundDone();
		return tree;
	}

	@Override
	public float getFractionFeaturesInSplit() {
		return this.cart.getFractionFeaturesInSplit();
	}

	@Override
	public boolean getUseRandomSplitPoints() {
		return this.cart.getUseRandomSplitPoints();
	}

	@Override
	public float getMinImpurityDecrease() {
		return this.cart.getMinImpurityDecrease();
	}

	@Override
	public int getInvocationCount() {
		return this.cart.getInvocationCount();
	}

	@Override
	public void setInvocationCount(int invocation) {
		this.cart.setInvocationCount(invocation);
	}

	@Override
	public TrainerProvenance getProvenance() {
		return this.cart.getProvenance();
	}

}
