package io.exoscout.series;

/**
 * Solves equations with a symmetric positive definite matrix by its Cholesky factor
 * (Golub and Van Loan, Matrix Computations, 4.2). The matrices here have some ten
 * columns.
 */
final class Cholesky {

	private final double[][] lower;

	/**
	 * Factors a matrix.
	 * @param matrix of which the lower triangle is read; not changed
	 * @throws ArithmeticException if it is not positive definite
	 */
	Cholesky(double[][] matrix) {
		int size = matrix.length;
		this.lower = new double[size][];
		for (int i = 0; i < size; i++) {
			double[] row = new double[i + 1];
			this.lower[i] = row;
			for (int j = 0; j <= i; j++) {
				double rest = matrix[i][j];
				for (int k = 0; k < j; k++) {
					rest -= row[k] * this.lower[j][k];
				}
				if (i != j) {
					row[j] = rest / this.lower[j][j];
				}
				else if (rest > 0) {
					row[i] = Math.sqrt(rest);
				}
				else {
					throw new ArithmeticException("not positive definite at column " + i);
				}
			}
		}
	}

	/** The x of matrix · x = right. */
	double[] solve(double[] right) {
		double[] x = right.clone();
		for (int i = 0; i < x.length; i++) {
			for (int k = 0; k < i; k++) {
				x[i] -= this.lower[i][k] * x[k];
			}
			x[i] /= this.lower[i][i];
		}
		for (int i = x.length - 1; i >= 0; i--) {
			for (int k = i + 1; k < x.length; k++) {
				x[i] -= this.lower[k][i] * x[k];
			}
			x[i] /= this.lower[i][i];
		}
		return x;
	}

}
