package io.exoscout.searcher;

import io.exoscout.found.SearchDocument;

import io.exoscout.body.BlobDraft;
import io.exoscout.result.FoundSignals;

/**
 * What a search found, written, but not yet kept.
 *
 * @param document the signals
 * @param file the same, and what can be drawn
 */
record SearchOutcome(SearchDocument document, BlobDraft file) {

	/** For the job document. */
	FoundSignals signals(FoundSignals.File kept) {
		int candidates = (int) this.document.signals()
			.stream()
			.filter((signal) -> signal.verdict().equals("candidate"))
			.count();
		return new FoundSignals(candidates,
				this.document.signals()
					.stream()
					.map((signal) -> new FoundSignals.FoundSignal(signal.number(), signal.period(), signal.depthPpm(),
							signal.snr(), signal.verdict()))
					.toList(),
				this.document.ended(), kept);
	}

}
