package io.exoscout.jobs.judged;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The last judgements of rankings, by all that they depend on: another table, or a model
 * that was trained anew, makes another one.
 */
final class KeptJudgements {

	private static final int MOST = 64;

	/** Longer answers are made anew each time: 64 of these take a few megabytes. */
	private static final int LONGEST = 200;

	private final Map<Inputs, JudgedRanking> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Inputs, JudgedRanking> eldest) {
			return size() > MOST;
		}
	};

	/**
	 * What a judgement depends on. Stored lists and tables never change.
	 *
	 * @param jobId the job whose ranking is judged
	 * @param stored when its model was stored
	 * @param judgingId the job with the newer table
	 * @param table the digest of that
	 * @param comparedId whose model it is compared with, if there is one
	 * @param comparedStored when that was stored
	 * @param limit how many objects are named of each kind
	 */
	record Inputs(String jobId, Instant stored, String judgingId, String table, @Nullable String comparedId,
			@Nullable Instant comparedStored, int limit) {
	}

	/** Makes a judgement that is not known yet. */
	interface Judging {

		JudgedRanking judge() throws IOException;

	}

	/** The judgement, made once as long as it is kept. */
	JudgedRanking of(Inputs inputs, Judging judging) throws IOException {
		JudgedRanking known = known(inputs);
		if (known != null) {
			return known;
		}
		JudgedRanking made = judging.judge();
		if (inputs.limit() <= LONGEST) {
			keep(inputs, made);
		}
		return made;
	}

	private synchronized @Nullable JudgedRanking known(Inputs inputs) {
		return this.kept.get(inputs);
	}

	private synchronized void keep(Inputs inputs, JudgedRanking made) {
		this.kept.put(inputs, made);
	}

}
