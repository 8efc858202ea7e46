package io.exoscout.jobs.judged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.exoscout.archive.Mission;
import io.exoscout.archive.Verdict;
import io.exoscout.candidate.CandidateLine;
import io.exoscout.candidate.CandidateReader;
import io.exoscout.candidate.StoredCandidates;
import io.exoscout.candidate.StoredCandidates.StoredList;
import io.exoscout.dataset.Datasets;
import io.exoscout.job.Job;
import io.exoscout.jobs.judged.JudgedRanking.Moved;
import io.exoscout.jobs.judged.JudgedRanking.Moves;
import io.exoscout.jobs.judged.JudgedRanking.NewerTable;
import io.exoscout.jobs.judged.JudgedRanking.Overturned;
import io.exoscout.jobs.judged.KeptJudgements.Inputs;
import io.exoscout.jobs.judged.NewerJobs.Judging;
import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.store.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * Judges rankings by what a newer table of the mission says. Lists and tables are read
 * one object at a time; names and labels of one table are in memory.
 *
 * @param newer finds the newer table
 * @param datasets the tables
 * @param models the rankings
 * @param kept the last judgements
 */
record Judge(NewerJobs newer, Datasets datasets, ModelStore models, KeptJudgements kept) {

	private static final double MILLION = 1e6;

	/**
	 * Judges a ranking.
	 * @param older its job
	 * @param card its model, which has lists
	 * @param by the id of the job whose table is to judge; {@code null} for the newest
	 * @param limit how many objects to name of each kind at most
	 */
	JudgedRanking judged(Job older, ModelCard card, @Nullable String by, int limit) throws IOException {
		StoredCandidates lists = lists(card);
		Mission mission = card.manifest().mission();
		int ranked = lists.summary().count();
		Judging judging = this.newer.judging(older, by).orElse(null);
		if (judging == null) {
			return new JudgedRanking(older.jobId(), card.modelName(), mission, ranked, null, null, List.of(), List.of(),
					null);
		}
		Job newest = judging.table();
		ModelCard compared = Optional.ofNullable(judging.compared()).flatMap(this.models::find).orElse(null);
		Inputs inputs = new Inputs(older.jobId(), card.createdAt(), newest.jobId(), newest.dataset().sha256(),
				judging.compared(), (compared != null) ? compared.createdAt() : null, limit);
		return this.kept.of(inputs, () -> {
			Map<String, String> labels = labels(newest, mission);
			RankingTally tally = tally(lists.file(), mission, labels);
			NewerTable table = new NewerTable(newest.jobId(), newest.dataset().filename(), newest.dataset().sha256(),
					newest.createdAt());
			return new JudgedRanking(older.jobId(), card.modelName(), mission, ranked, table, tally.figures(),
					first(tally.decided(), limit), first(overturned(lists.decided(), mission, labels), limit),
					(compared != null) ? moves(lists, compared, limit) : null);
		});
	}

	/** Of each object what the table says of it, in the mission's word. */
	private Map<String, String> labels(Job job, Mission mission) throws IOException {
		Map<String, String> labels = new HashMap<>();
		try (ObjectReader rows = this.datasets.read(job.dataset(), mission, List.of())) {
			for (ObjectRow row = rows.next(); row != null; row = rows.next()) {
				if (!row.object().isEmpty()) {
					labels.put(row.object(), row.label());
				}
			}
		}
		return labels;
	}

	private RankingTally tally(BlobRef ranking, Mission mission, Map<String, String> labels) throws IOException {
		RankingTally tally = new RankingTally();
		each(ranking, (candidate) -> {
			String object = candidate.object();
			String label = (object != null) ? labels.get(object) : null;
			if (object == null || label == null) {
				tally.gone();
				return;
			}
			Verdict verdict = verdict(mission, label);
			if (verdict == Verdict.UNDECIDED) {
				tally.undecided();
			}
			else {
				tally.decided(candidate, object, label, verdict == Verdict.PLANET);
			}
		});
		return tally;
	}

	/** Those first that the model had seen right. */
	private List<Overturned> overturned(@Nullable StoredList decided, Mission mission, Map<String, String> labels)
			throws IOException {
		List<Overturned> overturned = new ArrayList<>();
		if (decided == null) {
			return overturned;
		}
		each(decided.file(), (candidate) -> {
			String then = candidate.label();
			String now = (candidate.object() != null) ? labels.get(candidate.object()) : null;
			if (candidate.object() == null || then == null || now == null) {
				return;
			}
			Verdict verdict = verdict(mission, now);
			if (verdict != Verdict.UNDECIDED && verdict != verdict(mission, then)) {
				overturned.add(new Overturned(candidate.object(), candidate.probability(), then, now,
						verdict == Verdict.PLANET));
			}
		});
		overturned.sort(Comparator
			.comparingDouble((Overturned one) -> one.planet() ? -one.probability() : one.probability() - 1));
		return overturned;
	}

	private @Nullable Moves moves(StoredCandidates lists, ModelCard card, int limit) throws IOException {
		StoredCandidates now = card.candidates();
		if (now == null) {
			return null;
		}
		Map<String, CandidateLine> then = new HashMap<>();
		each(lists.file(), (candidate) -> {
			if (candidate.object() != null) {
				then.put(candidate.object(), candidate);
			}
		});
		List<Moved> moved = new ArrayList<>();
		each(now.file(), (candidate) -> {
			CandidateLine before = (candidate.object() != null) ? then.get(candidate.object()) : null;
			if (candidate.object() != null && before != null) {
				moved.add(new Moved(candidate.object(), before.rank(), candidate.rank(), before.probability(),
						candidate.probability()));
			}
		});
		double mean = moved.stream().mapToDouble(Moved::change).average().orElse(0);
		moved.sort(Comparator.comparingDouble(Moved::change).reversed().thenComparingInt(Moved::rank));
		return new Moves(card.modelId(), card.modelName(), moved.size(), Math.round(mean * MILLION) / MILLION,
				first(moved, limit));
	}

	private void each(BlobRef list, Sink sink) throws IOException {
		try (CandidateReader reader = this.models.openList(list)) {
			for (CandidateLine next = reader.nextLine(); next != null; next = reader.nextLine()) {
				sink.take(next);
			}
		}
	}

	private static StoredCandidates lists(ModelCard card) {
		return Optional.ofNullable(card.candidates()).orElseThrow();
	}

	private static Verdict verdict(Mission mission, String label) {
		return mission.verdict(label).orElse(Verdict.UNDECIDED);
	}

	private static <T> List<T> first(List<T> all, int limit) {
		return List.copyOf(all.subList(0, Math.min(limit, all.size())));
	}

	/** Takes objects of a list, in rank order. */
	private interface Sink {

		void take(CandidateLine candidate);

	}

}
