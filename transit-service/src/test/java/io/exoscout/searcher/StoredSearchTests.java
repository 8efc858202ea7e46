package io.exoscout.searcher;

import io.exoscout.job.JobType;
import io.exoscout.problem.ErrorCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoredSearchTests {

	@Test
	void whatNobodyForesawHasACodeOfItsOwn() {
		assertThat(JobType.TRANSIT_SEARCH.failure()).isEqualTo(ErrorCode.TRANSIT_SEARCH_FAILED);
	}

}
