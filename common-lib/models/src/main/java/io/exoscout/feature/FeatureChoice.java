package io.exoscout.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import io.exoscout.feature.FeaturePlan.LeftOut;

/**
 * Which features of a set a table is learnt from.
 *
 * @param set the set
 * @param report what was understood of the table, with all columns it could use
 * @param exclusions what somebody wants to leave out
 */
record FeatureChoice(FeatureSet set, TableReport report, Exclusions exclusions) {

	/** Roles of columns that are no features themselves, but that features come from. */
	private static final Set<ColumnRole> SOURCES = Set.of(ColumnRole.UNCERTAINTY, ColumnRole.EPOCH,
			ColumnRole.POSITION);

	FeaturePlan plan() {
		Set<String> sources = sources();
		List<String> computed = new ArrayList<>();
		List<LeftOut> leftOut = new ArrayList<>();
		columnsLeftOut().forEach((column, reason) -> leftOut.add(new LeftOut(column, reason)));
		for (Feature feature : this.set.features()) {
			whyNot(feature, sources).ifPresentOrElse((reason) -> leftOut.add(new LeftOut(feature.name(), reason)),
					() -> computed.add(feature.name()));
		}
		return new FeaturePlan(this.set.version(), computed, leftOut, byTag(computed));
	}

	/** The columns that are not to be features themselves, and why. */
	Map<String, String> columnsLeftOut() {
		Map<String, String> reasons = new LinkedHashMap<>();
		for (String column : this.report.used()) {
			this.exclusions.reason(column, this.set.said(column)).ifPresent((reason) -> reasons.put(column, reason));
		}
		return reasons;
	}

	private Optional<String> whyNot(Feature feature, Set<String> sources) {
		List<String> lacking = feature.sources().stream().filter((source) -> !sources.contains(source)).toList();
		return this.exclusions.reason(feature.name(), feature)
			.or(() -> lacking.isEmpty() ? Optional.empty()
					: Optional.of("not used or not there: " + String.join(", ", lacking)));
	}

	/** What features may come from: a column that a tag leaves out is still there. */
	private Set<String> sources() {
		Set<String> sources = new HashSet<>(this.report.used());
		this.report.ignored().stream().filter(this::isSource).map(IgnoredColumn::column).forEach(sources::add);
		sources.removeAll(this.exclusions.names());
		return sources;
	}

	/** Whether a column was set aside for its role alone, and that role allows it. */
	private boolean isSource(IgnoredColumn ignored) {
		ColumnRole role = ArchiveColumns.role(this.report.mission(), ignored.column());
		return SOURCES.contains(role) && ignored.reason().equals(role.reason());
	}

	/** Everything that is learnt from by its tags. */
	private Map<String, List<String>> byTag(List<String> computed) {
		Set<String> out = columnsLeftOut().keySet();
		Map<String, List<String>> byTag = new TreeMap<>();
		Stream.concat(this.report.used().stream().filter((column) -> !out.contains(column)), computed.stream())
			.forEach((name) -> this.set.input(name)
				.tagIds()
				.forEach((tag) -> byTag.computeIfAbsent(tag, (first) -> new ArrayList<>()).add(name)));
		return byTag;
	}

}
