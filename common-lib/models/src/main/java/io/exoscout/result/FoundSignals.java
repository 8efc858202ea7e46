package io.exoscout.result;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The signals of a search, as its document shows them under {@code results}.
 *
 * @param candidates how many of them may be planets
 * @param signals all of them, strongest first
 * @param ended why the search ended
 * @param result where all that was measured is kept, in a file of its own
 */
public record FoundSignals(int candidates, List<FoundSignal> signals, String ended, File result) {

	/**
	 * A signal in short.
	 *
	 * @param number from 1
	 * @param period in days; none of a single event
	 * @param depthPpm in parts per million
	 * @param snr signal to noise
	 * @param verdict what it is taken for: {@code candidate}, {@code false_alarm} or
	 * {@code false_positive}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record FoundSignal(int number, @Nullable Double period, double depthPpm, double snr, String verdict) {
	}

	/**
	 * Where the rest is.
	 *
	 * @param sha256 digest, and address in the blob store
	 * @param bytes size
	 */
	public record File(String sha256, long bytes) {
	}

	/** The signals of a job's results. */
	public static FoundSignals of(Map<String, Object> results) {
		return ResultJson.read(results, FoundSignals.class);
	}

	/** The same as results of a job: plain maps, lists, numbers and text. */
	public Map<String, Object> asMap() {
		return ResultJson.map(this);
	}

}
