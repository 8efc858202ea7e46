package io.exoscout.jobs.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.exoscout.candidate.Candidate;
import io.exoscout.jobs.result.CandidateQuery.Spot;
import io.exoscout.web.CsvColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to see of a list of candidates.
 *
 * @param list the list
 * @param query what is wanted
 * @param ranks of those wanted, in the order that is wanted; {@code null} for all by rank
 */
record CandidateView(CandidateList list, CandidateQuery query, int @Nullable [] ranks) {

	/** So many are in memory at once where they are not shown by rank. */
	private static final int TOGETHER = 20_000;

	/** Of so many at once it is read what people made of them. */
	private static final int ASKED_TOGETHER = 200;

	static CandidateView of(CandidateList list, CandidateQuery query) throws IOException {
		if (query.unchanged()) {
			return new CandidateView(list, query, null);
		}
		List<Spot> spots = new ArrayList<>();
		list.each(0, list.size(), (candidate) -> {
			if (query.wants(candidate)) {
				spots.add(query.spot(candidate));
			}
		});
		spots.sort(query.comparator());
		return new CandidateView(list, query, spots.stream().mapToInt(Spot::rank).toArray());
	}

	/** How many are wanted in all. */
	int size() {
		return (this.ranks != null) ? this.ranks.length : this.list.size();
	}

	/** The columns to show. */
	List<CsvColumn<Candidate>> columns() {
		return this.query.shown();
	}

	/** What is shown of a candidate as JSON. */
	Object shown(Candidate candidate, JsonMapper json) {
		if (this.query.whole()) {
			return candidate;
		}
		ObjectNode whole = json.valueToTree(candidate);
		whole.retain(this.query.fields());
		for (CsvColumn<Candidate> own : this.query.own()) {
			Object said = own.cell().apply(candidate);
			if (said != null) {
				whole.put(own.name(), said.toString());
			}
		}
		return whole;
	}

	/**
	 * A part of those wanted.
	 * @param after how many come before it
	 * @param limit how many at most
	 * @return the part, with all that is known of the whole list
	 */
	Object page(int after, int limit, JsonMapper json) throws IOException {
		List<Object> shown = new ArrayList<>();
		each(after, limit, (candidate) -> shown.add(shown(candidate, json)));
		return this.list.page(shown);
	}

	/** Shows a part of those wanted one by one. */
	void each(int after, int limit, CandidateList.Sink sink) throws IOException {
		if (this.query.own().isEmpty()) {
			wanted(after, limit, sink);
			return;
		}
		List<Candidate> some = new ArrayList<>(ASKED_TOGETHER);
		wanted(after, limit, (candidate) -> {
			some.add(candidate);
			if (some.size() == ASKED_TOGETHER) {
				judged(some, sink);
			}
		});
		judged(some, sink);
	}

	/** Passes on what was gathered, once it is known what people made of it. */
	private void judged(List<Candidate> some, CandidateList.Sink sink) throws IOException {
		this.query.columns().read(some);
		for (Candidate candidate : some) {
			sink.take(candidate);
		}
		some.clear();
	}

	private void wanted(int after, int limit, CandidateList.Sink sink) throws IOException {
		if (this.ranks == null) {
			this.list.each(after, limit, sink);
			return;
		}
		long end = Math.min((long) after + limit, this.ranks.length);
		for (long from = after; from < end; from += TOGETHER) {
			some(Arrays.copyOfRange(this.ranks, (int) from, (int) Math.min(from + TOGETHER, end)), sink);
		}
	}

	/** Reads the list for these alone. */
	private void some(int[] ranks, CandidateList.Sink sink) throws IOException {
		Set<Integer> wanted = Arrays.stream(ranks).boxed().collect(Collectors.toSet());
		Map<Integer, Candidate> found = new HashMap<>();
		int first = Arrays.stream(ranks).min().orElse(1);
		int last = Arrays.stream(ranks).max().orElse(0);
		this.list.each(first - 1, last - first + 1, (candidate) -> {
			if (wanted.contains(candidate.rank())) {
				found.put(candidate.rank(), candidate);
			}
		});
		for (int rank : ranks) {
			Candidate candidate = found.get(rank);
			if (candidate != null) {
				sink.take(candidate);
			}
		}
	}

	/** The cursor of the part behind, if there is one. */
	@Nullable String next(int after, int limit) {
		return (after < size() - limit) ? String.valueOf(after + limit) : null;
	}

}
