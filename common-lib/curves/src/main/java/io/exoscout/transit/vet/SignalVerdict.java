package io.exoscout.transit.vet;

import java.util.List;

/**
 * What a signal is taken for, and why.
 *
 * @param kind what it is taken for
 * @param tests all that was asked, with thresholds and sources
 */
public record SignalVerdict(VerdictKind kind, List<VettingTest> tests) {

	/** From so many standard deviations on something is there, whatever it is. */
	static final double CERTAIN = 50;

	/**
	 * The verdict of tests. A false alarm comes first, as nothing else means anything
	 * then; but what is beyond doubt is no noise, and a star if it is no planet.
	 * @param significance of the signal, in standard deviations
	 */
	static SignalVerdict of(List<VettingTest> tests, double significance) {
		List<VerdictKind> failed = tests.stream().filter((test) -> !test.passed()).map(VettingTest::fails).toList();
		if (failed.isEmpty()) {
			return new SignalVerdict(VerdictKind.CANDIDATE, tests);
		}
		boolean star = failed.contains(VerdictKind.FALSE_POSITIVE);
		boolean alarm = failed.contains(VerdictKind.FALSE_ALARM) && !(star && significance >= CERTAIN);
		return new SignalVerdict(alarm ? VerdictKind.FALSE_ALARM : VerdictKind.FALSE_POSITIVE, tests);
	}

	/** Whether it may be a planet. */
	public boolean isCandidate() {
		return this.kind == VerdictKind.CANDIDATE;
	}

	/** The names of the tests that were not passed. */
	public List<String> reasons() {
		return this.tests.stream().filter((test) -> !test.passed()).map(VettingTest::name).toList();
	}

}
