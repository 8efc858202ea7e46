package io.exoscout.forest;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.exoscout.packed.PackedColumn;

/**
 * The nodes of a forest as columns that say nothing twice: right children follow from the
 * order of the nodes, covers of splits are the sum of their children's or nearly so, and
 * leaves have neither threshold nor direction.
 *
 * @param feature of each node, {@link NodeArrays#LEAF} for a leaf
 * @param threshold of each split
 * @param missingLeft of each split, 1 where a missing value goes left
 * @param leafCover of each leaf
 * @param coverAbove of each split how far the bits of its cover are above those of the
 * sum of its children's
 * @param values leaf after leaf
 */
record SplitColumns(int[] feature, float[] threshold, int[] missingLeft, float[] leafCover, int[] coverAbove,
		double[] values) {

	private SplitColumns(int splits, int leaves, int[] feature, double[] values) {
		this(feature, new float[splits], new int[splits], new float[leaves], new int[splits], values);
	}

	static SplitColumns of(NodeArrays nodes, int leafSize) {
		int leaves = leaves(nodes.feature());
		SplitColumns columns = new SplitColumns(nodes.feature().length - leaves, leaves, nodes.feature(),
				new double[Math.multiplyExact(leaves, leafSize)]);
		int split = 0;
		int leaf = 0;
		for (int i = 0; i < nodes.feature().length; i++) {
			if (nodes.feature()[i] == NodeArrays.LEAF) {
				columns.leafCover[leaf] = nodes.cover()[i];
				System.arraycopy(nodes.values(), nodes.right()[i], columns.values, leaf * leafSize, leafSize);
				leaf++;
			}
			else {
				columns.threshold[split] = nodes.threshold()[i];
				columns.missingLeft[split] = nodes.missingLeft()[i] ? 1 : 0;
				columns.coverAbove[split] = Float.floatToRawIntBits(nodes.cover()[i]) - bitsOfChildren(nodes, i);
				split++;
			}
		}
		return columns;
	}

	private static int leaves(int[] feature) {
		return (int) Arrays.stream(feature).filter((tested) -> tested == NodeArrays.LEAF).count();
	}

	private static int bitsOfChildren(NodeArrays nodes, int split) {
		return Float.floatToRawIntBits(nodes.cover()[split + 1] + nodes.cover()[nodes.right()[split]]);
	}

	void write(ByteBuffer file) {
		PackedColumn.write(this.feature, file);
		PackedColumn.write(this.threshold, file);
		PackedColumn.write(this.missingLeft, file);
		PackedColumn.write(this.leafCover, file);
		PackedColumn.write(this.coverAbove, file);
		PackedColumn.write(this.values, file);
	}

	/**
	 * Reads nodes.
	 * @param file what is left of a file
	 * @param nodes how many nodes there are
	 * @param values how many leaf values
	 * @throws IllegalArgumentException if they are not all there, or no trees
	 */
	static NodeArrays read(ByteBuffer file, int nodes, int values) {
		int[] feature = PackedColumn.ints(file, nodes);
		int leaves = leaves(feature);
		int splits = nodes - leaves;
		return new SplitColumns(feature, PackedColumn.floats(file, splits), PackedColumn.ints(file, splits),
				PackedColumn.floats(file, leaves), PackedColumn.ints(file, splits), PackedColumn.doubles(file, values))
			.nodes();
	}

	/** From the last node to the first, so that children come before their parents. */
	private NodeArrays nodes() {
		int count = this.feature.length;
		int leaf = this.leafCover.length;
		int leafSize = (leaf == 0) ? 0 : this.values.length / leaf;
		int split = this.threshold.length;
		NodeArrays nodes = new NodeArrays(this.feature, new float[count], new int[count], new boolean[count],
				new float[count], this.values);
		// one past the last node of what begins at each
		int[] ends = new int[count];
		for (int i = count - 1; i >= 0; i--) {
			if (this.feature[i] == NodeArrays.LEAF) {
				leaf--;
				ends[i] = i + 1;
				nodes.right()[i] = leaf * leafSize;
				nodes.cover()[i] = this.leafCover[leaf];
			}
			else {
				split--;
				int right = (i + 1 < count) ? ends[i + 1] : count;
				if (right >= count) {
					throw new IllegalArgumentException("A split has no right child");
				}
				ends[i] = ends[right];
				nodes.right()[i] = right;
				nodes.threshold()[i] = this.threshold[split];
				nodes.missingLeft()[i] = this.missingLeft[split] != 0;
				nodes.cover()[i] = Float.intBitsToFloat(bitsOfChildren(nodes, i) + this.coverAbove[split]);
			}
		}
		return nodes;
	}

}
