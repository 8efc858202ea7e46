package io.exoscout.jobs.result;

import java.util.List;
import java.util.stream.Stream;

import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.Candidate.Reason;
import io.exoscout.prediction.FactCells;
import io.exoscout.web.CsvColumn;

/** The columns of candidates as CSV: all that they are as JSON. */
final class CandidateColumns {

	/** As many are found for each candidate. */
	private static final int REASONS = 3;

	/** What each reason is told by. */
	private static final List<CsvColumn<Reason>> REASON = List.of(new CsvColumn<>("", Reason::feature),
			new CsvColumn<>("_value", Reason::value), new CsvColumn<>("_contribution", Reason::contribution),
			CsvColumn.words("_tags", Reason::tags));

	private static final List<CsvColumn<Candidate>> RANKING = List.of(new CsvColumn<>("rank", Candidate::rank),
			new CsvColumn<>("row", Candidate::row), new CsvColumn<>("object", Candidate::object),
			new CsvColumn<>("star", Candidate::star), new CsvColumn<>("class", Candidate::className),
			new CsvColumn<>("probability", Candidate::probability),
			new CsvColumn<>("corrected_probability", Candidate::correctedProbability),
			new CsvColumn<>("lower", Candidate::lower), new CsvColumn<>("upper", Candidate::upper));

	/** One value each. */
	static final List<CsvColumn<Candidate>> OBJECT = Stream.of(RANKING, FactCells.of(Candidate::facts))
		.flatMap(List::stream)
		.toList();

	static final List<CsvColumn<Candidate>> ALL = Stream
		.of(OBJECT, CsvColumn.numbered(REASONS, "reason_", Candidate::reasons, REASON))
		.flatMap(List::stream)
		.toList();

	private CandidateColumns() {
	}

}
