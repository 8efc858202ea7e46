package io.exoscout.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.exoscout.dataset.Upload;
import io.exoscout.feature.Exclusions;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureTag;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/**
 * What somebody wants left out of the training on a table, who may call columns as the
 * archive does or as the file does.
 */
class ExcludedNames {

	private static final String UNKNOWN = "exclude_features: '%s' is no column of the table, no feature and no tag (%s)";

	private final List<String> columns;

	private final Map<String, String> sentAs;

	private final FeatureSet set;

	ExcludedNames(Upload upload, FeatureSet set) {
		this.columns = upload.columns();
		this.sentAs = Objects.requireNonNullElse(upload.report().sentAs(), Map.of());
		this.set = set;
	}

	/**
	 * The same by the archive's names.
	 * @param excluded columns, features and tags
	 * @return in order, each once
	 * @throws ProblemException {@code INVALID} (code {@code unknown_column}) naming those
	 * that mean nothing here
	 */
	List<String> ofArchive(List<String> excluded) {
		List<InputError> unknown = new ArrayList<>();
		List<String> known = new ArrayList<>();
		for (String name : excluded) {
			List<String> meant = meant(name);
			known.addAll(meant);
			if (meant.isEmpty()) {
				unknown.add(InputError.column(name, UNKNOWN.formatted(name, String.join(", ", FeatureTag.ids()))));
			}
		}
		if (!unknown.isEmpty()) {
			throw new ProblemException(ErrorCode.UNKNOWN_COLUMN, unknown.get(0).message(), unknown);
		}
		return Exclusions.canonical(known);
	}

	/** A column of the file may be called like a feature: then both are meant. */
	private List<String> meant(String name) {
		if (FeatureTag.of(name).isPresent()) {
			return List.of(name);
		}
		Stream<String> sent = this.sentAs.entrySet()
			.stream()
			.filter((column) -> column.getValue().strip().equalsIgnoreCase(name.strip()))
			.map(Map.Entry::getKey);
		Stream<String> own = (this.columns.contains(name) || this.set.computes(name)) ? Stream.of(name)
				: this.columns.stream().filter((column) -> column.equalsIgnoreCase(name.strip()));
		return Stream.concat(own, sent).distinct().toList();
	}

}
