package io.exoscout.feature;

import java.util.ArrayList;
import java.util.Collection;
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
 * Which features of a set a table is learnt from, and why not from the others.
 */
public final class FeatureChoice {

	/** Roles of columns that are no features themselves, but that features come from. */
	private static final Set<ColumnRole> SOURCES = Set.of(ColumnRole.UNCERTAINTY, ColumnRole.EPOCH,
			ColumnRole.POSITION);

	private final FeatureSet set;

	private final TableReport table;

	private final Exclusions exclusions;

	private final Map<String, String> columnsLeftOut;

	private final FeaturePlan plan;

	FeatureChoice(FeatureSet set, TableReport table, Collection<String> excluded) {
		this.set = set;
		this.table = table;
		this.exclusions = new Exclusions(excluded);
		this.columnsLeftOut = new LinkedHashMap<>();
		for (String column : table.used()) {
			this.exclusions.reason(set.described(column))
				.ifPresent((reason) -> this.columnsLeftOut.put(column, reason));
		}
		this.plan = planned();
	}

	/** What is computed, and what is left out. */
	public FeaturePlan plan() {
		return this.plan;
	}

	/** The columns that are not to be features themselves, and why. */
	public Map<String, String> columnsLeftOut() {
		return this.columnsLeftOut;
	}

	/** What was understood of the table, with these columns among the ignored. */
	public TableReport report() {
		return this.table.without(this.columnsLeftOut);
	}

	/** Whether no column and no computed feature is left to learn from. */
	public boolean isEmpty() {
		return this.plan.computed().isEmpty() && this.columnsLeftOut.keySet().containsAll(this.table.used());
	}

	private FeaturePlan planned() {
		Set<String> sources = sources();
		List<String> computed = new ArrayList<>();
		List<LeftOut> leftOut = new ArrayList<>();
		this.columnsLeftOut.forEach((column, reason) -> leftOut.add(new LeftOut(column, reason)));
		for (Feature feature : this.set.features()) {
			whyNot(feature, sources).ifPresentOrElse((reason) -> leftOut.add(new LeftOut(feature.name(), reason)),
					() -> computed.add(feature.name()));
		}
		return new FeaturePlan(this.set.version(), computed, leftOut, byTag(computed));
	}

	private Optional<String> whyNot(Feature feature, Set<String> sources) {
		Set<String> named = this.exclusions.names();
		List<String> wanted = this.set.seenBy(feature).filter(named::contains).toList();
		List<String> lacking = feature.sources().stream().filter((source) -> !sources.contains(source)).toList();
		return this.exclusions.reason(feature)
			.or(() -> wanted.isEmpty() ? Optional.empty()
					: Optional.of(Exclusions.REQUESTED + ", with " + String.join(", ", wanted)))
			.or(() -> lacking.isEmpty() ? Optional.empty()
					: Optional.of("not used or not there: " + String.join(", ", lacking)));
	}

	/** What features may come from: a column that a tag leaves out is still there. */
	private Set<String> sources() {
		Set<String> sources = new HashSet<>(this.table.used());
		this.table.ignored().stream().filter(this::isSource).map(IgnoredColumn::column).forEach(sources::add);
		return sources;
	}

	/** Whether a column was set aside for its role alone, and that role allows it. */
	private boolean isSource(IgnoredColumn ignored) {
		ColumnRole role = ArchiveColumns.role(this.table.mission(), ignored.column());
		return SOURCES.contains(role) && ignored.reason().equals(role.reason());
	}

	/** Everything that is learnt from by its tags. */
	private Map<String, List<String>> byTag(List<String> computed) {
		Map<String, List<String>> byTag = new TreeMap<>();
		Stream
			.concat(this.table.used().stream().filter((column) -> !this.columnsLeftOut.containsKey(column)),
					computed.stream())
			.forEach((name) -> this.set.input(name)
				.tagIds()
				.forEach((tag) -> byTag.computeIfAbsent(tag, (first) -> new ArrayList<>()).add(name)));
		return byTag;
	}

}
