package io.exoscout.forest;

import java.nio.ByteBuffer;

import io.exoscout.packed.PackedColumn;

/** A forest in bytes, in the layouts that are described at the file format of models. */
public final class ForestBytes {

	private static final int HEADER = 7 * Integer.BYTES;

	private static final int BYTES_PER_NODE = 4 * Integer.BYTES + 1;

	private static final int COLUMNS = 6;

	private ForestBytes() {
	}

	static long length(Forest forest) {
		return length(forest.base().length, forest.trees(), forest.nodeCount(), forest.nodes().values().length);
	}

	private static long length(long base, long trees, long nodes, long values) {
		return HEADER + base * Double.BYTES + trees * 2 * Integer.BYTES + nodes * BYTES_PER_NODE
				+ values * Double.BYTES;
	}

	/** How many bytes {@link #write} takes at most. */
	static long most(Forest forest) {
		SplitColumns columns = SplitColumns.of(forest.nodes(), forest.leafSize());
		return length(forest.base().length, forest.trees(), forest.nodeCount(), columns.values().length)
				+ COLUMNS * PackedColumn.mostBytes(0, Integer.BYTES);
	}

	/** Writes a forest, its nodes as columns. */
	public static void write(Forest forest, ByteBuffer file) {
		SplitColumns columns = SplitColumns.of(forest.nodes(), forest.leafSize());
		file.putInt(forest.link().ordinal()).putInt(forest.features()).putInt(forest.classes());
		file.putInt(forest.base().length)
			.putInt(forest.trees())
			.putInt(forest.nodeCount())
			.putInt(columns.values().length);
		put(file, forest.base());
		put(file, forest.roots());
		put(file, forest.outputs());
		columns.write(file);
	}

	/**
	 * Reads a forest that {@link #write} wrote.
	 * @param file what is left of a file
	 * @throws IllegalArgumentException saying in words what is wrong, if it is no intact
	 * forest
	 */
	public static Forest read(ByteBuffer file) {
		return read(file, true);
	}

	/**
	 * Reads a forest as it was written up to version 3 of the file format.
	 * @param file what is left of a file
	 * @throws IllegalArgumentException saying in words what is wrong, if it is no intact
	 * forest
	 */
	public static Forest readPlain(ByteBuffer file) {
		return read(file, false);
	}

	private static Forest read(ByteBuffer file, boolean packed) {
		if (file.remaining() < HEADER) {
			throw new IllegalArgumentException("it ends before its forest");
		}
		int link = file.getInt();
		int features = file.getInt();
		int classes = file.getInt();
		int base = file.getInt();
		int trees = file.getInt();
		int nodes = file.getInt();
		int values = file.getInt();
		if (link < 0 || link >= Link.values().length) {
			throw new IllegalArgumentException("its link is unknown");
		}
		// nothing is allocated before the counts fit into what is left of the file
		if (base < 0 || trees < 0 || nodes < 0 || values < 0 || nodes > Forest.MAX_NODES
				|| (packed ? length(base, trees, 0, 0) : length(base, trees, nodes, values)) - HEADER > file
					.remaining()) {
			throw new IllegalArgumentException("its length does not fit its forest");
		}
		try {
			return new Forest(Link.values()[link], features, classes, doubles(file, base), ints(file, trees),
					ints(file, trees), packed ? SplitColumns.read(file, nodes, values) : nodes(file, nodes, values));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("its forest is damaged", ex);
		}
	}

	private static NodeArrays nodes(ByteBuffer file, int nodes, int values) {
		int[] feature = ints(file, nodes);
		int[] right = ints(file, nodes);
		float[] threshold = floats(file, nodes);
		float[] cover = floats(file, nodes);
		boolean[] missingLeft = new boolean[nodes];
		for (int i = 0; i < nodes; i++) {
			missingLeft[i] = file.get() != 0;
		}
		return new NodeArrays(feature, threshold, right, missingLeft, cover, doubles(file, values));
	}

	private static void put(ByteBuffer file, int[] array) {
		file.asIntBuffer().put(array);
		file.position(file.position() + array.length * Integer.BYTES);
	}

	private static void put(ByteBuffer file, float[] array) {
		file.asFloatBuffer().put(array);
		file.position(file.position() + array.length * Float.BYTES);
	}

	private static void put(ByteBuffer file, double[] array) {
		file.asDoubleBuffer().put(array);
		file.position(file.position() + array.length * Double.BYTES);
	}

	private static int[] ints(ByteBuffer file, int length) {
		int[] array = new int[length];
		file.asIntBuffer().get(array);
		file.position(file.position() + length * Integer.BYTES);
		return array;
	}

	private static float[] floats(ByteBuffer file, int length) {
		float[] array = new float[length];
		file.asFloatBuffer().get(array);
		file.position(file.position() + length * Float.BYTES);
		return array;
	}

	private static double[] doubles(ByteBuffer file, int length) {
		double[] array = new double[length];
		file.asDoubleBuffer().get(array);
		file.position(file.position() + length * Double.BYTES);
		return array;
	}

}
