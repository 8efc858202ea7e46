package io.exoscout.searcher.batch;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.found.ArchiveRow;
import io.exoscout.found.SearchDocument;
import io.exoscout.found.SearchDocument.FoundTransit;
import io.exoscout.searcher.batch.CurveBatch.SentTarget;
import io.exoscout.web.CsvColumn;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A signal of one of many stars.
 *
 * @param target the star's name
 * @param jobId the search
 * @param files its files
 * @param document what the search found
 * @param signal one of it
 */
public record BatchRow(String target, String jobId, List<String> files, @JsonIgnore SearchDocument document,
		@JsonUnwrapped FoundTransit signal) {

	/** The star's number in the catalogue of Kepler, under which no others are known. */
	private static final String KEPLER_NUMBER = "kepid";

	static BatchRow of(SentTarget target, SearchDocument document, FoundTransit signal) {
		return new BatchRow(target.target(), target.jobId(), target.files(), document, signal);
	}

	/**
	 * The columns of a batch: the star and its search, then those of its mission's table;
	 * if it is of several missions, those of Kepler.
	 */
	static List<CsvColumn<BatchRow>> columns(CurveBatch batch) {
		Stream<CsvColumn<BatchRow>> own = Stream.of(new CsvColumn<>("target", BatchRow::target),
				new CsvColumn<>("job_id", BatchRow::jobId),
				new CsvColumn<>("files", (row) -> String.join(" ", row.files())),
				new CsvColumn<>("signal", (row) -> row.signal().number()));
		Stream<CsvColumn<BatchRow>> archive = ArchiveRow.columns(batch.dataSource())
			.stream()
			.filter((column) -> !batch.mixed() || !column.name().equals(KEPLER_NUMBER))
			.map((column) -> new CsvColumn<>(column.name(),
					(row) -> column.cell().apply(new ArchiveRow(row.document(), row.signal()))));
		return Stream.concat(own, archive).toList();
	}

}
