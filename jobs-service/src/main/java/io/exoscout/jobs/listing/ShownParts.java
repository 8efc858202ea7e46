package io.exoscout.jobs.listing;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which parts of a job document an element of a list shows. Parts are named by their
 * paths, such as {@code report.used}; a part that is named is shown with all that is
 * within it.
 *
 * @param named paths
 * @param leftOut whether all but these are shown, rather than these alone
 */
record ShownParts(Set<String> named, boolean leftOut) {

	/** Always shown: what names what is shown. */
	static final String ID = "job_id";

	/**
	 * Unless they are asked for, lists do without what is long and is looked at for one
	 * job at a time.
	 */
	static final ShownParts SHORT = new ShownParts(Set.of("report.used", "report.ignored", "report.leak_audit",
			"features.computed", "features.left_out", "features.tags", "results.curves", "results.feature_importance",
			"results.leak_audit", "results.uncalibrated", "results.recall_at_precision", "results.precision_at",
			"results.candidates.ranked_by", "results.candidates.interval", "results.candidates.contribution",
			"results.candidates.prior", "results.candidates.notes", "results.citation", "results.evaluation.per_fold",
			"results.evaluation.spread", "results.evaluation.intervals", "results.evaluation.baselines",
			"results.evaluation.notes", "results.evaluation.leak_audit", "results.absent_columns",
			"results.ignored_columns"), true);

	/**
	 * The parts that somebody asks for.
	 * @param fields paths, with commas between them
	 * @param known what there is
	 * @throws ProblemException {@code INVALID} for paths that there are none such of
	 */
	static ShownParts of(String fields, PartNames known) {
		Set<String> paths = Arrays.stream(fields.split(",", -1))
			.map(String::strip)
			.collect(Collectors.toCollection(TreeSet::new));
		for (String path : paths) {
			if (known.at(path) == null) {
				throw ProblemException.invalidParameter("fields", "'%s' is no part of a job document; known are %s"
					.formatted(Quoted.shortened(path), String.join(", ", known.beside(path))));
			}
		}
		return new ShownParts(paths, false);
	}

	/** Whether a part is shown with all that is within it. */
	boolean all(String path) {
		return this.leftOut ? !this.named.contains(path) && !hasNamedWithin(path) : this.named.contains(path);
	}

	/** Whether a part is shown, be it only some of what is within it. */
	boolean some(String path) {
		return this.leftOut ? !this.named.contains(path) : this.named.contains(path) || hasNamedWithin(path);
	}

	private boolean hasNamedWithin(String path) {
		return this.named.stream().anyMatch((named) -> named.startsWith(path + "."));
	}

	/** These parts of a document, which is changed. */
	JobSummary of(ObjectNode document) {
		keep(document, "");
		return new JobSummary(document);
	}

	private void keep(ObjectNode object, String prefix) {
		for (Iterator<Map.Entry<String, JsonNode>> parts = object.properties().iterator(); parts.hasNext();) {
			Map.Entry<String, JsonNode> part = parts.next();
			String path = prefix + part.getKey();
			if (part.getKey().equals(ID) || all(path)) {
				continue;
			}
			if (!some(path)) {
				parts.remove();
			}
			else if (part.getValue() instanceof ObjectNode inner) {
				keep(inner, path + ".");
			}
		}
	}

}
