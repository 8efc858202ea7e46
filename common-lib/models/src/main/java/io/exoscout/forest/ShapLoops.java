package io.exoscout.forest;

/**
 * The inner loops of {@link TreeShap}: over rows, at {@link #TOGETHER} points at once,
 * with one index into arrays of their own, which is what the just-in-time compiler makes
 * vector instructions of. No row has a say in the result of another.
 */
final class ShapLoops {

	/**
	 * As many points are looked at in one pass: exact for five or six features on a path.
	 */
	static final int TOGETHER = 3;

	private ShapLoops() {
	}

	/** A number that is as much larger or smaller than others as the value is. */
	static int key(float value) {
		// of two zeros none is smaller
		int bits = Float.floatToIntBits(value + 0.0f);
		return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
	}

	/**
	 * Which rows a split sends left, and which right.
	 * @param keys of the rows' values, that of a missing one where the split sends it
	 * @param threshold key of what is no longer left
	 * @param before 1 for each row that is asked about, else 0
	 * @param left receives 1 for each of these that goes left, else 0
	 * @param right the same for the others of these
	 */
	static void left(int[] keys, int threshold, double[] before, double[] left, double[] right) {
		for (int row = 0; row < left.length; row++) {
			// no branch, which would be foretold wrongly half of the time
			left[row] = ((long) keys[row] - threshold) >>> 63;
		}
		for (int row = 0; row < left.length; row++) {
			left[row] *= before[row];
			right[row] = before[row] - left[row];
		}
	}

	/**
	 * One turn down at the first split on a feature: what arrives at a child, of what
	 * arrived at its parent.
	 * @param parent at each point
	 * @param own 1 for each row that goes left, else 0
	 * @param turn at each point what goes on of a row that does not take the turn itself,
	 * and how much more of one that goes left
	 * @param child receives what arrives, at each point
	 */
	static void first(double[][] parent, double[] own, double[] turn, double[][] child) {
		double[] parent0 = parent[0];
		double[] parent1 = parent[1];
		double[] parent2 = parent[2];
		double[] child0 = child[0];
		double[] child1 = child[1];
		double[] child2 = child[2];
		double always0 = turn[0];
		double always1 = turn[1];
		double always2 = turn[2];
		double ifLeft0 = turn[3];
		double ifLeft1 = turn[4];
		double ifLeft2 = turn[5];
		for (int row = 0; row < own.length; row++) {
			double left = own[row];
			child0[row] = parent0[row] * (always0 + ifLeft0 * left);
			child1[row] = parent1[row] * (always1 + ifLeft1 * left);
			child2[row] = parent2[row] * (always2 + ifLeft2 * left);
		}
	}

	/**
	 * The same at another split on the feature.
	 * @param parent at each point
	 * @param before 1 for each row that took its turns on the feature itself so far
	 * @param own 1 for each of these that goes left
	 * @param turn at each point what goes on of a row that did not take the turns, how
	 * much more of one that did, and of one that goes left
	 * @param child receives what arrives, at each point
	 */
	static void again(double[][] parent, double[] before, double[] own, double[] turn, double[][] child) {
		double[] parent0 = parent[0];
		double[] parent1 = parent[1];
		double[] parent2 = parent[2];
		double[] child0 = child[0];
		double[] child1 = child[1];
		double[] child2 = child[2];
		double always = turn[0];
		double ifLeft0 = turn[3];
		double ifLeft1 = turn[4];
		double ifLeft2 = turn[5];
		double ifBefore0 = turn[6];
		double ifBefore1 = turn[7];
		double ifBefore2 = turn[8];
		for (int row = 0; row < own.length; row++) {
			double left = own[row];
			double so = before[row];
			child0[row] = parent0[row] * (always + ifBefore0 * so + ifLeft0 * left);
			child1[row] = parent1[row] * (always + ifBefore1 * so + ifLeft1 * left);
			child2[row] = parent2[row] * (always + ifBefore2 * so + ifLeft2 * left);
		}
	}

	/**
	 * Back up: what the leaves below both children add to a row's score, and what the
	 * feature of the split contributes by way of them.
	 * @param left worth of the left child, at each point
	 * @param right of the right one
	 * @param before 1 for each row that came to the split by its own turns on the feature
	 * @param own 1 for each of these that goes left
	 * @param weights at each point that of the left way, the right one, and the one
	 * before
	 * @param worth receives that of both
	 * @param contribution the feature's, is added to
	 */
	static void up(double[][] left, double[][] right, double[] before, double[] own, double[] weights, double[][] worth,
			double[] contribution) {
		double[] left0 = left[0];
		double[] left1 = left[1];
		double[] left2 = left[2];
		double[] right0 = right[0];
		double[] right1 = right[1];
		double[] right2 = right[2];
		double[] worth0 = worth[0];
		double[] worth1 = worth[1];
		double[] worth2 = worth[2];
		double ofLeft0 = weights[0];
		double ofLeft1 = weights[1];
		double ofLeft2 = weights[2];
		double ofRight0 = weights[3];
		double ofRight1 = weights[4];
		double ofRight2 = weights[5];
		double ofBoth0 = weights[6];
		double ofBoth1 = weights[7];
		double ofBoth2 = weights[8];
		for (int row = 0; row < own.length; row++) {
			double l0 = left0[row];
			double l1 = left1[row];
			double l2 = left2[row];
			double r0 = right0[row];
			double r1 = right1[row];
			double r2 = right2[row];
			double both0 = l0 + r0;
			double both1 = l1 + r1;
			double both2 = l2 + r2;
			double goneRight = r0 * ofRight0 + r1 * ofRight1 + r2 * ofRight2;
			double goneLeft = l0 * ofLeft0 + l1 * ofLeft1 + l2 * ofLeft2;
			double lost = both0 * ofBoth0 + both1 * ofBoth1 + both2 * ofBoth2;
			contribution[row] += before[row] * (goneRight - lost) + own[row] * (goneLeft - goneRight);
			worth0[row] = both0;
			worth1[row] = both1;
			worth2[row] = both2;
		}
	}

	/**
	 * At a split on what is not known every row goes both ways, and nothing is learnt.
	 */
	static void both(double[][] left, double[][] right, double[][] worth) {
		for (int p = 0; p < TOGETHER; p++) {
			double[] ofLeft = left[p];
			double[] ofRight = right[p];
			double[] sum = worth[p];
			for (int row = 0; row < sum.length; row++) {
				sum[row] = ofLeft[row] + ofRight[row];
			}
		}
	}

}
