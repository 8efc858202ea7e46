package io.exoscout.jobs.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.exoscout.archive.Mission;
import io.exoscout.jobs.search.FoundObjects.FoundObject;
import io.exoscout.jobs.search.FoundObjects.Said;
import io.exoscout.jobs.search.JobScores.Score;
import io.exoscout.jobs.verdict.NamedObject;
import io.exoscout.jobs.verdict.OwnVerdict;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.model.ModelStore.ModelLine;
import io.exoscout.work.JobAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Looks a name up in all completed jobs.
 *
 * @param index what they say of their objects
 * @param verdicts what people made of objects
 */
record ObjectSearch(ObjectIndex index, OwnVerdicts verdicts) {

	/** No star has as many; a table that says so may. */
	private static final int MOST_OBJECTS = 200;

	/**
	 * Finds objects.
	 * @param name of an object or a star, in any catalogue and spelling
	 * @param mission only in this mission's tables; {@code null} for all
	 * @param limit how many models at most are shown of each, the newest
	 */
	FoundObjects find(String name, @Nullable Mission mission, int limit) {
		Set<Long> wanted = NameKeys.wanted(name);
		Map<NamedObject, Gathered> found = new LinkedHashMap<>();
		int listed = 0;
		int unlisted = 0;
		for (ModelLine line : this.index.completed()) {
			if (mission == null || line.mission() == mission) {
				Optional<JobScores> scores = this.index.scores(line);
				scores.ifPresent((some) -> gather(line, some, wanted, limit, found));
				listed += scores.isPresent() ? 1 : 0;
				unlisted += scores.isPresent() ? 0 : 1;
			}
		}
		Map<NamedObject, OwnVerdict> own = this.verdicts.find(found.keySet());
		List<FoundObject> objects = found.entrySet()
			.stream()
			.map((entry) -> entry.getValue().shown(entry.getKey(), own.get(entry.getKey())))
			.toList();
		return new FoundObjects(name, objects, listed, unlisted);
	}

	private static void gather(ModelLine line, JobScores scores, Set<Long> wanted, int limit,
			Map<NamedObject, Gathered> found) {
		TableNames names = scores.names();
		for (int position : names.find(wanted)) {
			Score score = scores.of(position);
			NamedObject object = new NamedObject(names.mission(), names.object(position));
			if (score != null && (found.containsKey(object) || found.size() < MOST_OBJECTS)) {
				Gathered gathered = found.computeIfAbsent(object, (unknown) -> new Gathered());
				gathered.add(names, position);
				if (gathered.models.size() < limit) {
					gathered.models.add(said(line, object.object(), score));
				}
			}
		}
	}

	private static Said said(ModelLine line, String object, Score score) {
		String job = line.place().modelId();
		return new Said(job, line.modelName(), line.algorithm().id(), line.place().createdAt(), score.undecided(),
				score.label(), score.className(), score.probability(), score.rank(),
				JobAnswer.JOBS + "/" + job + "/object?name=" + UriUtils.encode(object, StandardCharsets.UTF_8));
	}

	/** What is known of an object by now. */
	private static final class Gathered {

		private final List<Said> models = new ArrayList<>();

		private final Set<String> names = new LinkedHashSet<>();

		private @Nullable String star;

		/** Another table may know more names. */
		void add(TableNames table, int position) {
			this.star = (this.star != null) ? this.star : table.star(position);
			this.names.addAll(table.others(position));
		}

		FoundObject shown(NamedObject object, @Nullable OwnVerdict own) {
			return new FoundObject(object.mission(), object.object(), this.star, List.copyOf(this.names), own,
					this.models);
		}

	}

}
