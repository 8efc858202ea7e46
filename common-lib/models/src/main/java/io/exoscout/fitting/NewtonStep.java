package io.exoscout.fitting;

/**
 * First and second derivatives of a {@link CalibrationFit}'s loss by the slope (number 0)
 * and the offsets, and the step they suggest.
 *
 * @param gradient the first ones
 * @param hessian the second ones; positive definite
 */
record NewtonStep(double[] gradient, double[][] hessian) {

	NewtonStep(int parameters) {
		this(new double[parameters], new double[parameters][parameters]);
	}

	/** Adds a penalty on one parameter. */
	void add(int parameter, double first, double second) {
		this.gradient[parameter] += first;
		this.hessian[parameter][parameter] += second;
	}

	/**
	 * Adds the log loss of one row.
	 * @param logs logarithms of what the model said
	 * @param probabilities what the calibration makes of it
	 * @param label the row's class
	 */
	void add(double[] logs, double[] probabilities, int label) {
		double mean = 0;
		double square = 0;
		for (int c = 0; c < logs.length; c++) {
			mean += probabilities[c] * logs[c];
			square += probabilities[c] * logs[c] * logs[c];
		}
		this.gradient[0] += mean - logs[label];
		this.gradient[1 + label]--;
		this.hessian[0][0] += square - mean * mean;
		for (int c = 0; c < logs.length; c++) {
			this.gradient[1 + c] += probabilities[c];
			this.hessian[1 + c][0] += probabilities[c] * (logs[c] - mean);
			this.hessian[1 + c][1 + c] += probabilities[c];
			for (int d = 0; d <= c; d++) {
				this.hessian[1 + c][1 + d] -= probabilities[c] * probabilities[d];
			}
		}
	}

	/** Where the loss rises fastest, seen in its own curvature: H⁻¹g, by Cholesky. */
	double[] direction() {
		int size = this.gradient.length;
		double[][] root = new double[size][size];
		double[] direction = this.gradient.clone();
		for (int i = 0; i < size; i++) {
			for (int j = 0; j <= i; j++) {
				double rest = this.hessian[i][j];
				for (int k = 0; k < j; k++) {
					rest -= root[i][k] * root[j][k];
				}
				root[i][j] = (i == j) ? Math.sqrt(rest) : rest / root[j][j];
			}
			for (int k = 0; k < i; k++) {
				direction[i] -= root[i][k] * direction[k];
			}
			direction[i] /= root[i][i];
		}
		for (int i = size - 1; i >= 0; i--) {
			for (int k = i + 1; k < size; k++) {
				direction[i] -= root[k][i] * direction[k];
			}
			direction[i] /= root[i][i];
		}
		return direction;
	}

	/** How much of the loss going there should save, twice over. */
	double promise(double[] direction) {
		double promise = 0;
		for (int i = 0; i < direction.length; i++) {
			promise += this.gradient[i] * direction[i];
		}
		return promise;
	}

}
