package io.exoscout.series;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Fits from sums, against commons-math3. */
class NormalEquationsTests {

	private static final int ROWS = 200;

	private final Random random = new Random(7);

	private double[][] inputs(int width) {
		double[][] inputs = new double[ROWS][width];
		for (double[] row : inputs) {
			Arrays.setAll(row, (i) -> 3 * i + this.random.nextGaussian() * (i + 1));
		}
		return inputs;
	}

	private double[] targets(double[][] inputs) {
		return Arrays.stream(inputs)
			.mapToDouble((row) -> 5 + Arrays.stream(row).map((value) -> 0.3 * value).sum() + this.random.nextGaussian())
			.toArray();
	}

	private static NormalEquations sums(double[][] inputs, double[] targets) {
		NormalEquations sums = new NormalEquations(inputs[0].length);
		for (int i = 0; i < inputs.length; i++) {
			System.arraycopy(inputs[i], 0, sums.inputs(), 0, inputs[i].length);
			sums.add(targets[i]);
		}
		return sums;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 12, 50 })
	void withHardlyAPenaltyItIsLeastSquares(int width) {
		double[][] inputs = inputs(width);
		double[] targets = targets(inputs);
		OLSMultipleLinearRegression peer = new OLSMultipleLinearRegression();
		peer.newSampleData(targets, inputs);
		double[] theirs = peer.estimateRegressionParameters();
		double[] ours = sums(inputs, targets).ridge(1e-13);
		assertThat(ours[width]).isCloseTo(theirs[0], within(1e-7));
		for (int i = 0; i < width; i++) {
			assertThat(ours[i]).isCloseTo(theirs[i + 1], within(1e-8));
		}
	}

	/** Rows that pull each weight to 0, beside centred ones, make the same of it. */
	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 0.1, 1, 10 })
	void aPenaltyIsWhatRowsThatPullToZeroWouldDo(double penalty) {
		int width = 4;
		double[][] inputs = inputs(width);
		double[] targets = targets(inputs);
		double[] means = new double[width];
		Arrays.setAll(means, (i) -> Arrays.stream(inputs).mapToDouble((row) -> row[i]).average().orElseThrow());
		double mean = Arrays.stream(targets).average().orElseThrow();
		double[][] rows = new double[ROWS + width][width];
		double[] right = new double[ROWS + width];
		double trace = 0;
		for (int i = 0; i < ROWS; i++) {
			for (int j = 0; j < width; j++) {
				rows[i][j] = inputs[i][j] - means[j];
				trace += rows[i][j] * rows[i][j];
			}
			right[i] = targets[i] - mean;
		}
		for (int j = 0; j < width; j++) {
			rows[ROWS + j][j] = Math.sqrt(penalty * trace / width);
		}
		double[] theirs = new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getSolver()
			.solve(new ArrayRealVector(right))
			.toArray();
		double[] ours = sums(inputs, targets).ridge(penalty);
		assertThat(Arrays.copyOf(ours, width)).containsExactly(theirs, within(1e-10));
	}

	@Test
	void theOldNeuronReachesLeastSquaresIfItGoesOnLongEnough() {
		double[][] inputs = inputs(3);
		double[] targets = targets(inputs);
		NormalEquations sums = sums(inputs, targets);
		assertThat(sums.descent(5000, 0.01)).containsExactly(sums.ridge(1e-13), within(1e-6));
		assertThat(sums.descent(10, 0.01)[0]).isNotCloseTo(sums.ridge(1e-13)[0], within(1e-3));
	}

	@Test
	void inputsThatNeverChangeGetNoWeight() {
		double[][] inputs = new double[ROWS][3];
		double[] targets = new double[ROWS];
		Arrays.fill(targets, 4);
		NormalEquations sums = sums(inputs, targets);
		assertThat(sums.ridge(0.1)).containsExactly(0, 0, 0, 4);
		assertThat(sums.descent(100, 0.01)).containsExactly(0, 0, 0, 4);
	}

	@Test
	void aFactorSolvesAsTheirsDoes() {
		double[][] inputs = inputs(8);
		RealMatrix matrix = MatrixUtils.createRealMatrix(inputs);
		RealMatrix square = matrix.transpose().multiply(matrix);
		double[] right = inputs[0];
		double[] theirs = new org.apache.commons.math3.linear.CholeskyDecomposition(square).getSolver()
			.solve(new ArrayRealVector(right))
			.toArray();
		assertThat(new Cholesky(square.getData()).solve(right)).containsExactly(theirs, within(1e-10));
	}

	@Test
	void aMatrixThatIsNotPositiveDefiniteIsRefused() {
		assertThatThrownBy(() -> new Cholesky(new double[][] { { 1, 2 }, { 2, 1 } }))
			.isInstanceOf(ArithmeticException.class);
	}

}
