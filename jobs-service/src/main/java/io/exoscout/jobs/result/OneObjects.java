package io.exoscout.jobs.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Designation;
import io.exoscout.archive.Mission;
import io.exoscout.candidate.Candidate;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.job.Job;
import io.exoscout.jobs.result.OneObject.Cell;
import io.exoscout.jobs.result.OneObject.Companion;
import io.exoscout.jobs.verdict.NamedObject;
import io.exoscout.jobs.verdict.OwnVerdict;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.model.ModelCard;
import io.exoscout.objects.FactColumns;
import io.exoscout.objects.ObjectColumns;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Finds all there is to say of one object: in the ranked lists, in the table, and by
 * asking the model. Reads each from its beginning, and keeps no more than the one object.
 *
 * @param lists the ranked objects of jobs
 * @param datasets the tables
 * @param waterfalls explains
 * @param verdicts what people made of objects
 */
record OneObjects(CandidateLists lists, Datasets datasets, Waterfalls waterfalls, OwnVerdicts verdicts) {

	/** Ids are names, not numbers. */
	private static final String IDENTIFIER = "identifier";

	private static final String SEEN = "The explained model was fitted on this object, too; the probability is that of the "
			+ "models that had not seen its star.";

	/**
	 * An object in its list.
	 *
	 * @param list its list
	 * @param candidate what that has of it
	 * @param undecided whether it is the list of those
	 */
	private record Found(CandidateList list, Candidate candidate, boolean undecided) {
	}

	/**
	 * Finds an object.
	 * @param job of whose table
	 * @param name of the object, however it is punctuated
	 * @throws ProblemException {@code NOT_FOUND} (code {@code object_not_found}, and as
	 * {@link CandidateLists#of})
	 */
	OneObject find(Job job, String name) throws IOException {
		CandidateList candidates = this.lists.of(job.jobId());
		CandidateList decided = this.lists.decidedIfKnown(job.jobId());
		Found found = found(candidates, decided, name);
		ModelCard card = candidates.card();
		FeatureVectors vectors = Waterfalls.vectors(card);
		List<String> columns = columns(job, vectors);
		ObjectRow row = row(job, card.manifest().mission(), columns, found.candidate());
		List<String> notes = new ArrayList<>(found.list().notes());
		if (!found.undecided()) {
			notes.add(SEEN);
		}
		return new OneObject(job.jobId(), card.modelName(), found.undecided(), found.candidate(),
				cells(card.manifest().mission(), columns, vectors, row),
				this.waterfalls.of(card, candidates.stored().summary().planetClasses(), only(row, vectors.columns())),
				company(candidates, decided, found.candidate()), notes,
				own(card.manifest().mission(), found.candidate()));
	}

	private @Nullable OwnVerdict own(Mission mission, Candidate candidate) {
		String object = candidate.object();
		return (object != null) ? this.verdicts.find(new NamedObject(mission, object)).orElse(null) : null;
	}

	private static Found found(CandidateList candidates, @Nullable CandidateList decided, String name)
			throws IOException {
		String plain = Designation.plain(name);
		// as it is written first: two names may differ in their punctuation alone
		for (Predicate<String> same : List.<Predicate<String>>of(name::equals,
				(other) -> Designation.plain(other).equals(plain))) {
			Candidate candidate = first(candidates, same);
			if (candidate != null) {
				return new Found(candidates, candidate, true);
			}
			Candidate other = (decided != null) ? first(decided, same) : null;
			if (decided != null && other != null) {
				return new Found(decided, other, false);
			}
		}
		throw new ProblemException(ErrorCode.OBJECT_NOT_FOUND,
				"The table of job '%s' has no object '%s'; accepted are the names in its lists of candidates and objects"
					.formatted(candidates.card().modelId(), Quoted.shortened(name)));
	}

	private static @Nullable Candidate first(CandidateList list, Predicate<String> same) throws IOException {
		List<Candidate> found = new ArrayList<>();
		list.whole(0, list.size(), (candidate) -> {
			if (found.isEmpty() && candidate.object() != null && same.test(candidate.object())) {
				found.add(candidate);
			}
		});
		return found.isEmpty() ? null : found.get(0);
	}

	private static List<Companion> company(CandidateList candidates, @Nullable CandidateList decided, Candidate object)
			throws IOException {
		List<Companion> company = new ArrayList<>();
		String star = object.star();
		if (star != null) {
			candidates.each(0, candidates.size(), (other) -> add(company, other, object, true));
			if (decided != null) {
				decided.each(0, decided.size(), (other) -> add(company, other, object, false));
			}
			company.sort(Comparator.comparingDouble((Companion other) -> -other.probability()));
		}
		return company;
	}

	private static void add(List<Companion> company, Candidate other, Candidate object, boolean undecided) {
		if (Objects.equals(other.star(), object.star()) && other.row() != object.row()) {
			company.add(Companion.of(other, undecided));
		}
	}

	/** Those that the model looks at first; then whatever else may hold numbers. */
	private static List<String> columns(Job job, FeatureVectors vectors) {
		Mission mission = job.params().mission();
		Set<String> columns = new LinkedHashSet<>(new FactColumns(mission, vectors.columns()).columns());
		TableReport report = job.request().report();
		if (report != null) {
			columns.addAll(report.used());
			report.ignored()
				.stream()
				.filter((ignored) -> !ignored.reason().equals(IDENTIFIER))
				.forEach((ignored) -> columns.add(ignored.column()));
		}
		return List.copyOf(columns);
	}

	private ObjectRow row(Job job, Mission mission, List<String> columns, Candidate candidate) throws IOException {
		ObjectColumns object = new ObjectColumns(mission, columns, this.datasets.limits());
		try (ObjectReader reader = this.datasets.read(job.dataset(), mission, ObjectColumns.wanted(mission, columns))) {
			for (ObjectRow row = reader.next(); row != null; row = reader.next()) {
				if (row.row() == candidate.row() || row.object().equals(candidate.object())) {
					object.add(row);
				}
			}
		}
		// one object: nobody waits for it
		ObjectTable table = object.table(() -> {
		});
		if (table.size() == 0) {
			throw new ProblemException(ErrorCode.BLOB_NOT_FOUND,
					"The table of job '%s' has another content than it had".formatted(job.jobId()));
		}
		return table.row(0);
	}

	/** The same object with the first columns alone. */
	private static ObjectRow only(ObjectRow row, List<String> columns) {
		return new ObjectRow(row.row(), row.object(), row.star(), row.label(),
				Arrays.copyOf(row.values(), columns.size()));
	}

	private static List<Cell> cells(Mission mission, List<String> columns, FeatureVectors vectors, ObjectRow row) {
		Set<String> used = new HashSet<>(vectors.columns());
		List<Cell> cells = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			float value = row.values()[i];
			boolean looked = used.contains(columns.get(i));
			if (looked || Float.isFinite(value)) {
				ArchiveColumn column = ArchiveColumns.of(mission, columns.get(i));
				cells.add(new Cell(columns.get(i), Float.isFinite(value) ? value : null, column.unit(),
						column.meaning(), looked));
			}
		}
		return cells;
	}

}
