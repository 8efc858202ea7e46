package io.exoscout.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.exoscout.archive.Schema;
import io.exoscout.archive.Target;
import io.exoscout.body.Spool;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.RowStore;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import org.jspecify.annotations.Nullable;

/**
 * A table that was received, read to its end and understood, but not yet kept. Lies in a
 * file of its own until it is closed; {@link Datasets#keep} makes it last.
 */
public final class Upload implements AutoCloseable {

	private final Spool spool;

	private final Path file;

	private final DatasetRef ref;

	private final TableSurvey survey;

	private final TableReport report;

	private final List<String> notes;

	private final @Nullable RowStore kept;

	Upload(Spool spool, Path file, DatasetRef ref, TableSurvey survey, List<String> notes, Map<String, String> sentAs,
			@Nullable RowStore kept) {
		this.kept = kept;
		this.spool = spool;
		this.file = file;
		this.ref = ref;
		this.survey = survey;
		this.notes = List.copyOf(notes);
		this.report = survey.report().noted(notes).named(sentAs);
	}

	/** Where the table is, once kept. */
	public DatasetRef ref() {
		return this.ref;
	}

	public Schema schema() {
		return this.survey.schema();
	}

	/** What was odd about the form of the file, in words; nothing for plain tables. */
	public List<String> notes() {
		return this.notes;
	}

	/** What cells of measurements were taken as missing, in words. */
	public List<String> cellNotes() {
		return this.survey.cellNotes();
	}

	/** What was understood of it. */
	public TableReport report() {
		return this.report;
	}

	/**
	 * Refuses a table that can be read, but not trained on.
	 * @param target what is to be told apart
	 * @param allExcluded whether everything it could be learnt from is to be left out
	 * @throws ProblemException of kind {@code UNUSABLE}: {@code no_label_column},
	 * {@code one_class}, {@code too_few_rows} or {@code no_usable_column}; or
	 * {@code too_many_objects} of kind {@code TOO_LARGE}
	 */
	public void requireTrainable(Target target, boolean allExcluded) {
		TrainingCheck.check(this.survey, this.report, target, allExcluded);
	}

	/** All that stands against training on it, none thrown; empty when nothing does. */
	public List<ProblemException> trainingProblems(Target target, boolean allExcluded) {
		return TrainingCheck.all(this.survey, this.report, target, allExcluded);
	}

	/** All that stands against predicting on it, none thrown; empty when nothing does. */
	public List<ProblemException> predictionProblems() {
		return Stream.concat(this.survey.problems().stream(), this.report.notNumeric().stream()).toList();
	}

	/**
	 * Its objects as they were wanted; {@code null} if nobody wanted them, or if it is
	 * another mission's table. Closed with this.
	 */
	public @Nullable RowStore rows() {
		return (this.kept != null && this.kept.mission() == schema().mission()) ? this.kept : null;
	}

	/** The columns of its header. */
	public List<String> columns() {
		return this.survey.columns();
	}

	/**
	 * Reads it again, as objects with these columns for numbers; the caller closes the
	 * reader.
	 */
	public ObjectReader objects(List<String> features) {
		try {
			return ObjectReader.open(Files.newInputStream(this.file), schema().mission(), features,
					this.survey.limits());
		}
		catch (IOException ex) {
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
	}

	Path file() {
		return this.file;
	}

	@Override
	public void close() {
		if (this.kept != null) {
			this.kept.close();
		}
		this.spool.delete(this.file);
	}

}
