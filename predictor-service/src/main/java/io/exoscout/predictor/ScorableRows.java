package io.exoscout.predictor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.exoscout.dataset.Datasets;
import io.exoscout.found.ArchiveRow;
import io.exoscout.found.FoundSearches;
import io.exoscout.found.SearchDocument;
import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.model.ModelCard;
import io.exoscout.predictor.rows.JsonRows;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a request: those it has, or the signals of a search of a light curve, as
 * the rows that the search hands out of them. From there on nothing is told apart.
 *
 * @param searches what was found in light curves
 * @param datasets knows how large rows may be
 */
record ScorableRows(FoundSearches searches, Datasets datasets) {

	private static final String FALSE_ALARM = "false_alarm";

	/**
	 * What is to be scored.
	 *
	 * @param rows for a model
	 * @param notes what to know of them
	 */
	record Scorable(JsonRows rows, List<String> notes) {
	}

	/**
	 * The rows that are meant.
	 * @param model in whose mission's columns signals are told where nobody knows whose
	 * light curve it is
	 * @throws ProblemException if there are none, or two kinds of them
	 */
	Scorable of(RowsRequest request, ModelCard model) throws IOException {
		if (request.search() == null) {
			requireNone("signals", request.signals(), "signals come with search");
			return new Scorable(new JsonRows(request.rows(), this.datasets.limits()), List.of());
		}
		requireNone("rows", request.rows(), "rows and search were both sent; send one of them");
		SearchDocument found = this.searches.document(request.search());
		List<FoundTransit> signals = signals(found, request.signals());
		String mission = model.manifest().mission().id();
		List<Map<String, Object>> rows = signals.stream()
			.map((signal) -> new ArchiveRow(found, signal).cells(mission))
			.toList();
		return new Scorable(new JsonRows(rows, this.datasets.limits()),
				notes(found, signals, request.signals() != null, mission));
	}

	private static void requireNone(String name, @Nullable Object sent, String detail) {
		if (sent != null) {
			throw ProblemException.invalidParameter(name, detail);
		}
	}

	/** Those that are asked for, or all that are something. */
	private static List<FoundTransit> signals(SearchDocument found, @Nullable List<Integer> wanted) {
		if (wanted != null) {
			return wanted.stream().distinct().map((number) -> signal(found, number)).toList();
		}
		List<FoundTransit> signals = found.signals()
			.stream()
			.filter((signal) -> !signal.verdict().equals(FALSE_ALARM))
			.toList();
		if (signals.isEmpty()) {
			String detail = "The search '%s' found %s; to have those scored nevertheless, name them in signals"
				.formatted(found.jobId(), found.signals().isEmpty() ? "nothing" : "false alarms only");
			throw new ProblemException(ErrorCode.MISSING_ROWS, detail, InputError.field("search", detail));
		}
		return signals;
	}

	private static FoundTransit signal(SearchDocument found, @Nullable Integer number) {
		return found.signals()
			.stream()
			.filter((signal) -> number != null && signal.number() == number)
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter("signals",
					"signals has %s; the search found %d, counted from 1".formatted(number, found.signals().size())));
	}

	private static List<String> notes(SearchDocument found, List<FoundTransit> signals, boolean named, String mission) {
		List<String> left = found.signals()
			.stream()
			.filter((signal) -> !signals.contains(signal))
			.map((signal) -> "%d (%s)".formatted(signal.number(), signal.verdict()))
			.toList();
		List<String> notes = new ArrayList<>();
		if (!left.isEmpty()) {
			notes.add((named ? "Signals of the search that were not asked for: "
					: "Signals of the search that were left out, since they would count as company of the others: ")
					+ String.join(", ", left) + ".");
		}
		if (found.dataSource() == null) {
			notes.add("Nobody knows which mission's light curve it is; it was scored as one of " + mission + ".");
		}
		notes.add(
				"Measured by a search of the light curve, not by the mission's pipeline, from whose tables the model learnt.");
		return notes;
	}

}
