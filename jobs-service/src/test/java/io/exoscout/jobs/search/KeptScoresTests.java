package io.exoscout.jobs.search;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvTable;
import io.exoscout.jobs.search.KeptScores.Kept;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptScoresTests {

	private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

	private static final TableNames NAMES = names();

	private static TableNames names() {
		byte[] table = "kepid,kepoi_name,koi_disposition,koi_period\n1,K00001.01,CANDIDATE,3\n"
			.getBytes(StandardCharsets.UTF_8);
		return TableNames.of(CsvTable.open(new ByteArrayInputStream(table), TableLimits.DEFAULTS), Mission.KEPLER,
				TableLimits.DEFAULTS);
	}

	private static Kept job(String id, int second) {
		return new Kept(id, TIME.plusSeconds(second), "table", new JobScores(NAMES));
	}

	@Test
	void theOldestGoWhereThereIsNoRoom() {
		KeptScores kept = new KeptScores(NAMES.bytes() + 2 * new JobScores(NAMES).bytes());
		kept.keep(job("b", 2));
		kept.keep(job("a", 1));
		kept.keep(job("c", 3));
		assertThat(kept.size()).isEqualTo(2);
		assertThat(kept.find("a", TIME.plusSeconds(1))).isEmpty();
		assertThat(kept.find("c", TIME.plusSeconds(3))).isPresent();
	}

	@Test
	void anOldJobDoesNotPushOutNewerOnes() {
		KeptScores kept = new KeptScores(NAMES.bytes() + new JobScores(NAMES).bytes());
		kept.keep(job("new", 2));
		kept.keep(job("old", 1));
		assertThat(kept.find("new", TIME.plusSeconds(2))).isPresent();
	}

	@Test
	void aJobThatWasDoneAnewIsAnotherOne() {
		KeptScores kept = new KeptScores(1_000_000);
		kept.keep(job("a", 1));
		assertThat(kept.find("a", TIME.plusSeconds(2))).isEmpty();
	}

	@Test
	void whatIsGoneIsForgotten() {
		KeptScores kept = new KeptScores(1_000_000);
		kept.keep(job("a", 1));
		kept.keep(job("b", 2));
		kept.retain(Set.of("b"));
		assertThat(kept.size()).isEqualTo(1);
		assertThat(kept.names("table")).contains(NAMES);
	}

}
