package io.exoscout.predictor.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.List;

import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectRow;
import io.exoscout.predictor.rows.ModelInputs.Survey;
import org.jspecify.annotations.Nullable;

/** Objects to be scored, in whatever form they came. */
public interface RowSource extends Closeable {

	/**
	 * How its columns fit a model.
	 * @throws io.exoscout.problem.ProblemException {@code UNUSABLE} if they do not
	 */
	ColumnMatch match(ModelInputs inputs) throws IOException;

	/**
	 * What has to be known of all rows before the first one is scored.
	 * @param meanwhile called again and again; may end it with an exception
	 */
	Survey survey(ModelInputs inputs, Runnable meanwhile) throws IOException;

	/** What a reader should know of how they were understood, in words. */
	default List<String> notes(ModelInputs inputs) {
		return List.of();
	}

	/** Begins with the first row. */
	Rows open(ModelInputs inputs) throws IOException;

	@Override
	default void close() {
	}

	/** Gives parts of the rows until there are no more. */
	interface Rows extends Closeable {

		@Nullable Part next();

		@Override
		default void close() throws IOException {
		}

	}

	/** A few hundred rows, one after the other. */
	interface Part {

		/** Made when they are asked for, on whatever thread. */
		List<FactRow> rows();

		/** The place of the first one among all rows, from 0. */
		long first();

	}

	/**
	 * A row.
	 *
	 * @param row what the model looks at
	 * @param facts what else is said of its object, found out when it is asked for
	 */
	record FactRow(ObjectRow row, Supplier<ObjectFacts> facts) {
	}

}
