package io.exoscout.orchestrator.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;
import io.exoscout.archive.NameHash;
import io.exoscout.archive.StarName;
import io.exoscout.dataset.Upload;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.store.BlobProblems;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a table are distributed.
 *
 * @param objects how many were looked at: all, or a random sample of a larger table, the
 * same whenever it is asked for
 * @param stars how many stars the table is about; absent where they are too many to tell
 * apart
 * @param columns its columns of measurements, places, times and suspected leaks, in the
 * order of the table; of the latter those that hold numbers
 */
public record TableProfile(int objects, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer stars,
		List<ColumnProfile> columns) {

	/** The others hold names and words, or nobody knows what. */
	private static final Set<ColumnRole> SHOWN = EnumSet.of(ColumnRole.FEATURE, ColumnRole.UNCERTAINTY,
			ColumnRole.POSITION, ColumnRole.EPOCH, ColumnRole.LEAK);

	/** So many stars are told apart. */
	private static final int MOST_STARS = 1_000_000;

	/**
	 * Reads a table once more.
	 * @param upload the table
	 */
	public static TableProfile of(Upload upload) {
		Mission mission = upload.schema().mission();
		List<ArchiveColumn> columns = upload.columns()
			.stream()
			.map((name) -> ArchiveColumns.of(mission, name))
			.filter((column) -> SHOWN.contains(column.role()))
			.toList();
		ObjectSample sample = new ObjectSample();
		Set<Long> stars = new HashSet<>();
		try (ObjectReader reader = upload.objects(columns.stream().map(ArchiveColumn::name).toList())) {
			for (ObjectRow object = reader.next(); object != null; object = reader.next()) {
				sample.offer(object);
				if (stars.size() <= MOST_STARS) {
					stars.add(NameHash.of(StarName.of(object.star(), object.object(), object.row())));
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
		String[] labels = sample.labels(mission);
		return new TableProfile(labels.length, (stars.size() <= MOST_STARS) ? stars.size() : null,
				IntStream.range(0, columns.size())
					.mapToObj((i) -> ColumnProfile.of(columns.get(i), sample.column(i), labels))
					// a measurement is missed where it has no numbers
					.filter((one) -> one.histogram() != null || ArchiveColumns.role(mission, one.column()).measured())
					.toList());
	}

}
