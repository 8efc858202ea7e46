package io.exoscout.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A tree of up to {@value #MOST_LEAVES} leaves as bit masks: a split that sends a row
 * right takes the leaves of its left side from it; of those that are left when all splits
 * were asked the first is the row's (QuickScorer, Lucchese et al. 2015). Split after
 * split is asked of all rows of a block, which compilers turn into vector instructions.
 */
final class MaskedTree implements RowBlock.Asked {

	static final int MOST_LEAVES = 64;

	private final int output;

	private final int leafSize;

	private final Splits low;

	private final Splits high;

	/** What the leaves say, from left to right. */
	private final double[] values;

	private MaskedTree(int output, int leafSize, Splits low, Splits high, double[] values) {
		this.output = output;
		this.leafSize = leafSize;
		this.low = low;
		this.high = high;
		this.values = values;
	}

	/**
	 * Splits, and the leaves each of them leaves a row that it sends right.
	 *
	 * @param columns the column of a {@link RowBlock} that each looks at
	 * @param above the first bin that goes right
	 * @param masks the leaves that are left then, out of 32
	 */
	private record Splits(int[] columns, int[] above, int[] masks) {

		static Splits of(List<int[]> splits) {
			splits.sort(Comparator.comparingInt((split) -> split[0]));
			// the last one, asked again, makes up full fours
			int count = (splits.size() + 3) / 4 * 4;
			Splits arrays = new Splits(new int[count], new int[count], new int[count]);
			for (int i = 0; i < count; i++) {
				int[] split = splits.get(Math.min(i, splits.size() - 1));
				arrays.columns[i] = split[0];
				arrays.above[i] = split[1];
				arrays.masks[i] = split[2];
			}
			return arrays;
		}

		/** Asks all splits of all rows. */
		void ask(RowBlock block, int[] left) {
			Arrays.fill(left, 0, block.rows(), -1);
			for (int i = 0; i < this.columns.length; i += 4) {
				ask(left, block.rows(), block.columns[this.columns[i]], this.above[i], this.masks[i],
						block.columns[this.columns[i + 1]], this.above[i + 1], this.masks[i + 1],
						block.columns[this.columns[i + 2]], this.above[i + 2], this.masks[i + 2],
						block.columns[this.columns[i + 3]], this.above[i + 3], this.masks[i + 3]);
			}
		}

		/** Four at once, so that the leaves are read and written once for them. */
		private static void ask(int[] left, int rows, int[] bins0, int above0, int mask0, int[] bins1, int above1,
				int mask1, int[] bins2, int above2, int mask2, int[] bins3, int above3, int mask3) {
			for (int i = 0; i < rows; i++) {
				left[i] &= (mask0 | ((bins0[i] - above0) >> 31)) & (mask1 | ((bins1[i] - above1) >> 31))
						& (mask2 | ((bins2[i] - above2) >> 31)) & (mask3 | ((bins3[i] - above3) >> 31));
			}
		}

	}

	/**
	 * A tree of a forest.
	 * @param nodes of all trees
	 * @param from its root
	 * @param to one past its last node
	 * @param bins of its forest
	 * @param output what it adds to
	 * @param leafSize values per leaf
	 */
	static MaskedTree of(NodeArrays nodes, int from, int to, FeatureBins bins, int output, int leafSize) {
		int[] leavesBefore = new int[to - from + 1];
		double[] values = new double[MOST_LEAVES * leafSize];
		for (int i = from; i < to; i++) {
			int leaf = leavesBefore[i - from];
			boolean split = nodes.feature()[i] != NodeArrays.LEAF;
			if (!split) {
				System.arraycopy(nodes.values(), nodes.right()[i], values, leaf * leafSize, leafSize);
			}
			leavesBefore[i - from + 1] = leaf + (split ? 0 : 1);
		}
		List<int[]> low = new ArrayList<>();
		List<int[]> high = new ArrayList<>();
		for (int i = from; i < to; i++) {
			int feature = nodes.feature()[i];
			if (feature != NodeArrays.LEAF) {
				int column = 2 * feature + (nodes.missingLeft()[i] ? 0 : 1);
				int above = bins.cut(feature, nodes.threshold()[i]) + 1;
				long gone = ones(leavesBefore[nodes.right()[i] - from]) & ~ones(leavesBefore[i + 1 - from]);
				add(low, column, above, (int) gone);
				add(high, column, above, (int) (gone >>> 32));
			}
		}
		return new MaskedTree(output, leafSize, Splits.of(low), Splits.of(high),
				Arrays.copyOf(values, leavesBefore[to - from] * leafSize));
	}

	private static void add(List<int[]> splits, int column, int above, int gone) {
		if (gone != 0) {
			splits.add(new int[] { column, above, ~gone });
		}
	}

	private static long ones(int count) {
		return (count == MOST_LEAVES) ? -1 : (1L << count) - 1;
	}

	@Override
	public void add(RowBlock block) {
		this.low.ask(block, block.low);
		if (this.values.length > Integer.SIZE * this.leafSize) {
			this.high.ask(block, block.high);
			for (int i = 0; i < block.rows(); i++) {
				int first = block.low[i];
				block.low[i] = (first != 0) ? Integer.numberOfTrailingZeros(first)
						: Integer.SIZE + Integer.numberOfTrailingZeros(block.high[i]);
			}
		}
		else if (this.leafSize == 1) {
			add(block.scores[this.output], block.low, this.values, block.rows());
			return;
		}
		else {
			for (int i = 0; i < block.rows(); i++) {
				block.low[i] = Integer.numberOfTrailingZeros(block.low[i]);
			}
		}
		for (int value = 0; value < this.leafSize; value++) {
			double[] scores = block.scores[this.output + value];
			for (int i = 0; i < block.rows(); i++) {
				scores[i] += this.values[block.low[i] * this.leafSize + value];
			}
		}
	}

	/** In one go, as most trees are. */
	private static void add(double[] scores, int[] left, double[] values, int rows) {
		for (int i = 0; i < rows; i++) {
			scores[i] += values[Integer.numberOfTrailingZeros(left[i])];
		}
	}

}
