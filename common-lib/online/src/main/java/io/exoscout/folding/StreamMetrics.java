package io.exoscout.folding;

import java.util.List;
import java.util.Map;

import io.exoscout.monitor.DriftMark;
import io.exoscout.monitor.Quality;
import org.jspecify.annotations.Nullable;

/**
 * How a stream stands.
 *
 * @param seq the number in the log up to which everything is folded
 * @param latest the latest time of an event, in milliseconds since 1970; null before the
 * first, and where events have no time
 * @param watermark the time before which events are late; null likewise
 * @param labels how many labels predictions were judged by
 * @param awaited how many labels are awaited
 * @param earlyLabels how many labels came before their event and are kept for it
 * @param counts how many arrivals met which fate
 * @param cutWindows how often a window had more values than are kept of it
 * @param whole quality by all labels
 * @param last quality by the last ones
 * @param fading quality with weights that fade
 * @param drifts how many changes were noticed
 * @param marks the last 100 of them, oldest first
 * @param remarks the last 100 arrivals that were not used, oldest first
 * @param weights what the model makes of each input; empty for one that does not learn
 */
public record StreamMetrics(long seq, @Nullable Long latest, @Nullable Long watermark, long labels, int awaited,
		int earlyLabels, Map<StreamFate, Long> counts, long cutWindows, Quality whole, Quality last, Quality fading,
		long drifts, List<DriftMark> marks, List<Remark> remarks, List<InputWeight> weights) {
}
