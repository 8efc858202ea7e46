package io.exoscout.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.dataset.TableReport;
import io.exoscout.dataset.TableReport.IgnoredColumn;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a column of a table.
 *
 * @param column its name in the archive, or as sent where that is not known
 * @param sentAs what it was called in the file, if otherwise
 * @param role what it may be used for: {@code feature}, {@code uncertainty},
 * {@code identifier}, {@code label}, {@code leak}, {@code position}, {@code epoch},
 * {@code bookkeeping} or {@code unknown}
 * @param unit of its values, blank where there is none
 * @param meaning what it holds, in words
 * @param usedIn the features that see it: itself, and those computed from it
 */
public record ColumnUse(String column, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sentAs, String role,
		String unit, String meaning, List<String> usedIn) {

	/**
	 * The uses of all columns of a table.
	 * @param report what was understood of it
	 * @param plan what is computed from it
	 * @return the used columns, then the others
	 */
	public static List<ColumnUse> of(TableReport report, FeaturePlan plan) {
		FeatureSet set = FeatureSet.of(report.mission(), plan.version());
		Map<String, List<String>> usedIn = new LinkedHashMap<>();
		report.used().forEach((column) -> uses(usedIn, column).add(column));
		report.ignored().forEach((column) -> uses(usedIn, column.column()));
		set.features().stream().filter((feature) -> plan.computed().contains(feature.name())).forEach((feature) -> {
			set.seenBy(feature)
				.filter(usedIn::containsKey)
				.forEach((source) -> uses(usedIn, source).add(feature.name()));
		});
		return usedIn.entrySet().stream().map((use) -> of(report, use.getKey(), use.getValue())).toList();
	}

	/**
	 * A report in which columns count as used that are seen only through features
	 * computed from them. Names, by which objects and stars are told, stay with the rest.
	 * @param report what was understood of a table
	 * @param plan what is computed from it
	 */
	public static TableReport complete(TableReport report, FeaturePlan plan) {
		List<String> through = of(report, plan).stream()
			.filter((use) -> !use.usedIn().isEmpty() && !use.role().equals("identifier"))
			.map(ColumnUse::column)
			.toList();
		List<IgnoredColumn> ignored = report.ignored()
			.stream()
			.filter((column) -> !through.contains(column.column()))
			.toList();
		return new TableReport(report.mission(), report.explanation(), report.rows(), report.objects(),
				report.columns(), through, ignored, report.labels(), report.notes(), report.leakAudit(),
				report.sentAs());
	}

	private static ColumnUse of(TableReport report, String name, List<String> usedIn) {
		ArchiveColumn column = ArchiveColumns.of(report.mission(), name);
		String sentAs = (report.sentAs() != null) ? report.sentAs().get(name) : null;
		return new ColumnUse(name, sentAs, column.role().name().toLowerCase(Locale.ROOT), column.unit(),
				column.meaning(), List.copyOf(usedIn));
	}

	private static List<String> uses(Map<String, List<String>> usedIn, String column) {
		return usedIn.computeIfAbsent(column, (name) -> new ArrayList<>());
	}

}
