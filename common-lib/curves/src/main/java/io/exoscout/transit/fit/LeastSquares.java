package io.exoscout.transit.fit;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem.Evaluation;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/** Least squares of a model with few parameters, by Levenberg and Marquardt. */
final class LeastSquares {

	private static final int ROUNDS = 100;

	private LeastSquares() {
	}

	/** A model. */
	@FunctionalInterface
	interface FitModel {

		/** The relative fluxes less one, by which of the fitted points it is. */
		IntToDoubleFunction fluxes(double[] parameters);

	}

	/**
	 * What came out.
	 *
	 * @param values of the parameters
	 * @param errors their standard deviations; {@code NaN} where the points do not tell
	 * @param chiSquare what is left, over the degrees of freedom
	 */
	record Solution(double[] values, double[] errors, double chiSquare) {
	}

	/**
	 * Fits.
	 * @param chosen which of the points
	 * @param steps how far to go for differences, for each parameter
	 * @param loose how far a parameter may be expected from 0 before any point is seen;
	 * infinite if nothing is expected
	 */
	static Solution fit(Weighted points, int[] chosen, FitModel model, double[] begin, double[] steps, double[] loose) {
		int size = chosen.length;
		if (size <= begin.length) {
			return unfitted(begin);
		}
		double[] roots = Arrays.stream(chosen).mapToDouble((i) -> Math.sqrt(points.weights()[i])).toArray();
		double[] target = new double[size + begin.length];
		for (int k = 0; k < size; k++) {
			target[k] = points.fluxes()[chosen[k]] * roots[k];
		}
		MultivariateJacobianFunction function = (at) -> evaluate(at, roots, model, steps, loose);
		try {
			var problem = new LeastSquaresBuilder().start(begin)
				.model(function)
				.target(target)
				.maxEvaluations(2 * ROUNDS)
				.maxIterations(ROUNDS)
				.build();
			var optimum = new LevenbergMarquardtOptimizer().withCostRelativeTolerance(1e-7)
				.withParameterRelativeTolerance(1e-7)
				.optimize(problem);
			return of(optimum, size);
		}
		catch (MathIllegalStateException | MathIllegalArgumentException ex) {
			// does not converge, as nothing is there to be fitted: what it began with has
			// to do
			return unfitted(begin);
		}
	}

	private static Solution of(Evaluation optimum, int size) {
		double[] values = optimum.getPoint().toArray();
		double left = optimum.getCost() * optimum.getCost() / (size - values.length);
		double[] errors;
		try {
			errors = optimum.getSigma(1e-14).toArray();
		}
		catch (MathIllegalArgumentException ex) {
			errors = unknown(values.length);
		}
		return new Solution(values, errors, left);
	}

	private static Solution unfitted(double[] begin) {
		return new Solution(begin.clone(), unknown(begin.length), Double.POSITIVE_INFINITY);
	}

	private static double[] unknown(int size) {
		double[] errors = new double[size];
		Arrays.fill(errors, Double.NaN);
		return errors;
	}

	private static Pair<RealVector, RealMatrix> evaluate(RealVector at, double[] roots, FitModel model, double[] steps,
			double[] loose) {
		double[] parameters = at.toArray();
		double[] values = new double[roots.length + parameters.length];
		double[][] slopes = new double[values.length][parameters.length];
		for (int j = 0; j < parameters.length; j++) {
			values[roots.length + j] = parameters[j] / loose[j];
			slopes[roots.length + j][j] = 1 / loose[j];
		}
		IntToDoubleFunction here = model.fluxes(parameters);
		for (int k = 0; k < roots.length; k++) {
			values[k] = here.applyAsDouble(k) * roots[k];
		}
		for (int j = 0; j < parameters.length; j++) {
			double middle = parameters[j];
			for (int side = -1; side <= 1; side += 2) {
				parameters[j] = middle + side * steps[j];
				IntToDoubleFunction there = model.fluxes(parameters);
				for (int k = 0; k < roots.length; k++) {
					slopes[k][j] += side * there.applyAsDouble(k) * roots[k] / (2 * steps[j]);
				}
			}
			parameters[j] = middle;
		}
		return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(slopes, false));
	}

}
