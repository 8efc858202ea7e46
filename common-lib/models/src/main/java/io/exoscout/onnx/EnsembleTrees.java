package io.exoscout.onnx;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

import io.exoscout.forest.Tree;
import io.exoscout.onnx.Ensemble.BranchMode;

/**
 * Turns trees as an ONNX file has them into ours, in which a value below a float goes
 * left. That loses nothing: whatever number a float is compared with, there is a float
 * that parts the same values.
 */
final class EnsembleTrees {

	/** The deepest trees that any algorithm here grows; others are not taken. */
	private static final int MOST_DEEP = 64;

	/** How far counts of rows may be off. */
	private static final double ROUNDING = 1e-3;

	private final Ensemble from;

	private final int[] roots;

	private final double[] covers;

	/** Leaves that are there for the sake of the form. */
	private final BitSet empty = new BitSet();

	/** Trees of whoever. */
	EnsembleTrees(Ensemble from) {
		this(from, false);
	}

	/**
	 * Trees.
	 * @param from as the file has them
	 * @param exact whether they were written here: then what they say of rows that came
	 * by is taken as it is, and a threshold may part nothing but missing values from all
	 * others
	 */
	EnsembleTrees(Ensemble from, boolean exact) {
		this.from = from;
		this.roots = findRoots();
		int[] order = order(exact);
		findEmpty();
		OnnxFault.require(!exact || from.hits().length == from.size(), "it does not count the rows of its nodes");
		this.covers = exact ? from.hits() : new double[from.size()];
		if (!exact) {
			cover(order);
		}
	}

	/** What the leaves of a new tree hold. */
	interface Leaves {

		double[] of(int node);

	}

	/** The roots of all trees. */
	int[] roots() {
		return this.roots;
	}

	private int[] findRoots() {
		boolean[] child = new boolean[this.from.size()];
		for (int node = 0; node < child.length; node++) {
			if (!this.from.isLeaf(node)) {
				for (int below : new int[] { this.from.yes()[node], this.from.no()[node] }) {
					OnnxFault.require(!child[below], "two ways lead to one node");
					child[below] = true;
				}
			}
		}
		int[] roots = new int[child.length];
		int count = 0;
		for (int node = 0; node < child.length; node++) {
			if (!child[node]) {
				roots[count++] = node;
			}
		}
		return Arrays.copyOf(roots, count);
	}

	/** All nodes, parents before children. */
	private int[] order(boolean exact) {
		int[] order = new int[this.from.size()];
		int[] depth = new int[order.length];
		int end = this.roots.length;
		System.arraycopy(this.roots, 0, order, 0, end);
		for (int i = 0; i < end; i++) {
			int node = order[i];
			if (!this.from.isLeaf(node)) {
				order[end++] = this.from.yes()[node];
				order[end++] = this.from.no()[node];
				depth[this.from.yes()[node]] = depth[node] + 1;
				depth[this.from.no()[node]] = depth[node] + 1;
				OnnxFault.requireSupported(depth[node] < MOST_DEEP,
						"a tree is deeper than %d splits".formatted(MOST_DEEP));
				double threshold = this.from.thresholds()[node];
				OnnxFault.require(exact ? !Double.isNaN(threshold) : Double.isFinite(threshold),
						"a threshold is not finite");
			}
		}
		// nobody's child is a root, so what was not come by is a circle
		OnnxFault.require(end == order.length, "a tree goes round in a circle");
		return order;
	}

	/**
	 * Runtimes are at odds about trees that are nothing but a leaf, so such trees are
	 * written as a split whose second leaf says the same, and which nothing ever came to.
	 */
	private void findEmpty() {
		for (int node = 0; node < this.from.size() && this.from.hits().length > 0; node++) {
			if (!this.from.isLeaf(node)) {
				int yes = this.from.yes()[node];
				int no = this.from.no()[node];
				if (this.from.isLeaf(yes) && this.from.isLeaf(no) && this.from.hits()[no] == 0 && says(yes, no)) {
					this.empty.set(no);
				}
			}
		}
	}

	/** Whether two leaves say the same. */
	private boolean says(int one, int other) {
		int[] starts = this.from.starts();
		return Arrays.equals(this.from.outputs(), starts[one], starts[one + 1], this.from.outputs(), starts[other],
				starts[other + 1])
				&& Arrays.equals(this.from.values(), starts[one], starts[one + 1], this.from.values(), starts[other],
						starts[other + 1]);
	}

	/** Whether a tree ends at a node, so that it is a leaf, or one that is no split. */
	boolean endsAt(int node) {
		return this.from.isLeaf(node) || this.empty.get(this.from.no()[node]);
	}

	/** A leaf somewhere below a node. */
	int anyLeaf(int node) {
		int leaf = node;
		while (!this.from.isLeaf(leaf)) {
			leaf = this.from.yes()[leaf];
		}
		return leaf;
	}

	/** Rows that came by, where the file counts them; else all leaves count alike. */
	private void cover(int[] order) {
		boolean counted = this.from.hits().length > 0;
		for (int node = 0; node < this.covers.length && counted; node++) {
			double hits = this.from.hits()[node];
			double below = endsAt(node) ? hits
					: this.from.hits()[this.from.yes()[node]] + this.from.hits()[this.from.no()[node]];
			counted = (hits > 0 || (hits == 0 && this.empty.get(node))) && hits <= Float.MAX_VALUE
					&& Math.abs(below - hits) <= ROUNDING * hits;
		}
		for (int i = order.length - 1; i >= 0; i--) {
			int node = order[i];
			if (counted) {
				this.covers[node] = this.from.hits()[node];
			}
			else {
				this.covers[node] = this.from.isLeaf(node) ? 1
						: this.covers[this.from.yes()[node]] + this.covers[this.from.no()[node]];
			}
		}
	}

	/** How much of what came to its root came to a node. */
	double cover(int node) {
		return this.covers[node];
	}

	/**
	 * Writes one of the trees into a new one.
	 * @param root of the tree
	 * @param tree the new one
	 * @param leaves what its leaves are to hold
	 */
	Tree grow(int root, Tree tree, Leaves leaves) {
		Deque<int[]> open = new ArrayDeque<>();
		open.push(new int[] { root, -1 });
		while (!open.isEmpty()) {
			int[] next = open.pop();
			int node = next[0];
			if (next[1] >= 0) {
				tree.right(next[1]);
			}
			if (endsAt(node)) {
				tree.leaf(this.covers[node], leaves.of(anyLeaf(node)));
				continue;
			}
			boolean upwards = this.from.modes()[node].upwards();
			int split = tree.split(this.from.features()[node],
					threshold(this.from.modes()[node], this.from.thresholds()[node]),
					this.from.missingYes()[node] != upwards, this.covers[node]);
			open.push(new int[] { upwards ? this.from.yes()[node] : this.from.no()[node], split });
			open.push(new int[] { upwards ? this.from.no()[node] : this.from.yes()[node], -1 });
		}
		return tree;
	}

	/** The float below which is what is below a number, or up to it. */
	static float threshold(BranchMode mode, double number) {
		float near = (float) number;
		if (mode.includes()) {
			return Math.nextUp((near > number) ? Math.nextDown(near) : near);
		}
		return (near < number) ? Math.nextUp(near) : near;
	}

}
