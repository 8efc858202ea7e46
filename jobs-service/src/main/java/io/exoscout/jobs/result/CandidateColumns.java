package io.exoscout.jobs.result;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.Candidate.Reason;
import io.exoscout.jobs.verdict.MissionVerdicts;
import io.exoscout.prediction.FactCells;
import io.exoscout.web.CsvColumn;
import org.jspecify.annotations.Nullable;

/** The columns of ranked objects as CSV: all that they are as JSON. */
final class CandidateColumns {

	/** As many are found for each candidate. */
	private static final int REASONS = 3;

	/** What each reason is told by. */
	private static final List<CsvColumn<Reason>> REASON = List.of(new CsvColumn<>("", Reason::feature),
			new CsvColumn<>("_value", Reason::value), new CsvColumn<>("_contribution", Reason::contribution),
			CsvColumn.words("_tags", Reason::tags));

	private static final List<String> LINKS = List.of("link", "exofop");

	/** What the ranking says of an object whose verdict is known. */
	private static final List<String> JUDGED = List.of("rank", "row", "object", "star", "class", "probability");

	private static final List<CsvColumn<Candidate>> RANKING = List.of(new CsvColumn<>("rank", Candidate::rank),
			new CsvColumn<>("row", Candidate::row), new CsvColumn<>("object", Candidate::object),
			new CsvColumn<>("star", Candidate::star), new CsvColumn<>("class", Candidate::className),
			new CsvColumn<>("probability", Candidate::probability),
			new CsvColumn<>("corrected_probability", Candidate::correctedProbability),
			new CsvColumn<>("lower", Candidate::lower), new CsvColumn<>("upper", Candidate::upper));

	/** Of candidates: one value each, and reasons. */
	static final CandidateColumns CANDIDATES = new CandidateColumns(RANKING,
			CsvColumn.numbered(REASONS, "reason_", Candidate::reasons, REASON));

	/** Of objects that the archive has decided on. */
	static final CandidateColumns DECIDED = new CandidateColumns(Stream
		.concat(RANKING.stream().filter((column) -> JUDGED.contains(column.name())),
				Stream.of(new CsvColumn<>("label", Candidate::label)))
		.toList(), List.of());

	private final List<CsvColumn<Candidate>> single;

	private final List<CsvColumn<Candidate>> all;

	/** What is shown only to those who ask for it, since it changes. */
	private final List<CsvColumn<Candidate>> own;

	private final @Nullable MissionVerdicts verdicts;

	private CandidateColumns(List<CsvColumn<Candidate>> ranking, List<CsvColumn<Candidate>> reasons) {
		this.single = Stream.of(ranking, FactCells.of(Candidate::facts)).flatMap(List::stream).toList();
		this.all = Stream.concat(this.single.stream(), reasons.stream()).toList();
		this.own = List.of();
		this.verdicts = null;
	}

	private CandidateColumns(CandidateColumns columns, MissionVerdicts verdicts) {
		this.single = columns.single;
		this.all = columns.all;
		this.own = List.of(new CsvColumn<>("own_verdict", (candidate) -> verdicts.verdict(candidate.object())),
				new CsvColumn<>("own_tags", (candidate) -> verdicts.tags(candidate.object())),
				new CsvColumn<>("own_note", (candidate) -> verdicts.note(candidate.object())));
		this.verdicts = verdicts;
	}

	/** The same, and what people made of each object. */
	CandidateColumns with(MissionVerdicts verdicts) {
		return new CandidateColumns(this, verdicts);
	}

	/** Reads what people made of these, to be asked before they are shown. */
	void read(List<Candidate> some) {
		if (this.verdicts != null) {
			this.verdicts.read(some.stream().map(Candidate::object).filter(Objects::nonNull).toList());
		}
	}

	/** All columns that the list has. */
	List<CsvColumn<Candidate>> all() {
		return this.all;
	}

	/** What people made of each object. */
	List<CsvColumn<Candidate>> own() {
		return this.own;
	}

	/** All that can be asked for. */
	List<CsvColumn<Candidate>> offered() {
		return Stream.concat(this.all.stream(), this.own.stream()).toList();
	}

	/** What a JSON object of theirs may have: a column each, and the reasons. */
	List<String> fields() {
		return offered().stream().map(this::field).distinct().toList();
	}

	/** The name of what a column tells, in a JSON object. */
	String field(CsvColumn<Candidate> column) {
		return (this.single.contains(column) || this.own.contains(column)) ? column.name() : "reasons";
	}

	/** Whether there is nothing in the list but these. */
	boolean complete() {
		return this.all.size() > this.single.size();
	}

	/** Numbers and words; links are in no order, and reasons are several. */
	List<CsvColumn<Candidate>> sortable() {
		return this.single.stream().filter((column) -> !LINKS.contains(column.name())).toList();
	}

}
