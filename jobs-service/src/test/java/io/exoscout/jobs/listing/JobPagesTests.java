package io.exoscout.jobs.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.job.JobQuery;
import io.exoscout.job.JobState;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobPagesTests {

	private final List<Job> stored = new ArrayList<>();

	private final JobPages pages = new JobPages((query) -> this.stored.stream()
		.sorted(Comparator.comparing(Job::createdAt).thenComparing(Job::jobId).reversed())
		.filter((job) -> query.after() == null || job.createdAt().isBefore(query.after().createdAt())
				|| (job.createdAt().equals(query.after().createdAt())
						&& job.jobId().compareTo(query.after().jobId()) < 0))
		.limit(query.limit())
		.toList());

	@Test
	void everyJobIsShownOnceWhateverThePageSize() {
		for (int i = 0; i < 23; i++) {
			store(i, i / 3);
		}
		for (int limit = 1; limit <= 24; limit++) {
			List<String> shown = new ArrayList<>();
			String cursor = null;
			do {
				JobPages.Page page = this.pages.page(query(limit, cursor));
				page.jobs().forEach((job) -> shown.add(job.jobId()));
				cursor = page.next();
			}
			while (cursor != null);
			assertThat(shown).hasSize(23).doesNotHaveDuplicates();
		}
	}

	@Test
	void aJobThatComesInMeanwhileDoesNotShiftThePage() {
		store(1, 1);
		store(2, 2);
		store(3, 3);
		String cursor = this.pages.page(query(2, null)).next();
		store(4, 4);
		assertThat(this.pages.page(query(2, cursor)).jobs()).extracting(Job::jobId).containsExactly(id(1));
	}

	@Test
	void filtersAreHandedOn() {
		JobQuery query = this.pages.query("training", "error", "tess", "xgboost", "mine", "ada", 7, null);
		assertThat(query.status()).isEqualTo(JobState.ERROR);
		assertThat(query.mission()).isEqualTo("tess");
		assertThat(query.algorithm()).isEqualTo("xgboost");
		assertThat(query.modelName()).isEqualTo("mine");
		assertThat(query.owner()).isEqualTo("ada");
	}

	@Test
	void keepsWhatWasSentShortAndOnOneLine() {
		String sent = "x\n" + "y".repeat(1000);
		String repeated = "'x?" + "y".repeat(98) + "…' is no ";
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> query(5, sent))
			.withMessageStartingWith(repeated + "cursor");
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.pages.query(null, sent, null, null, null, null, 5, null))
			.withMessageStartingWith(repeated + "status");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 201 })
	void refusesLimitsOutsideTheRange(int limit) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> query(limit, null))
			.withMessageContaining(String.valueOf(limit))
			.withMessageContaining("200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "%%%", "MTIz", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5IGFi" })
	void refusesCursorsItDidNotMake(String cursor) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> query(5, cursor))
			.withMessageContaining("cursor");
	}

	@ParameterizedTest
	@CsvSource({ "type, x", "status, done", "mission, hubble", "algorithm, svm" })
	void refusesUnknownFilterValues(String filter, String value) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.pages.query(filter.equals("type") ? value : null,
					filter.equals("status") ? value : null, filter.equals("mission") ? value : null,
					filter.equals("algorithm") ? value : null, null, null, 5, null))
			.withMessageContaining("'" + value + "'")
			.withMessageContaining(filter);
	}

	private JobQuery query(int limit, @Nullable String cursor) {
		return this.pages.query(null, null, null, null, null, null, limit, cursor);
	}

	private void store(int number, long second) {
		JobParams params = new JobParams("kepler", "xgboost", "planet", Map.of(), List.of(), 42);
		DatasetRef dataset = new DatasetRef(id(0), "t.csv", 10, 1, 1, null, null);
		TableReport report = new TableReport(Mission.KEPLER, "", 1, 1, 1, List.of(), List.of(), Map.of(), List.of(),
				null);
		this.stored.add(Job.training(id(number), "m", params, dataset, report,
				new FeaturePlan("kepler-2", List.of(), List.of()), Instant.ofEpochSecond(second)));
	}

	private static String id(int number) {
		return "%064x".formatted(number);
	}

}
