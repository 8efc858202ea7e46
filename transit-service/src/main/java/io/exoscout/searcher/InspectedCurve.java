package io.exoscout.searcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.lightcurve.file.CurveReport;
import org.jspecify.annotations.Nullable;

/**
 * What would be understood of a light curve.
 *
 * @param report its points and files
 * @param sha256 hex digest of its points, the same however they were packed or split
 * @param knownJob the job that the same upload would be answered with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InspectedCurve(@JsonUnwrapped CurveReport report, String sha256, @Nullable String knownJob) {
}
