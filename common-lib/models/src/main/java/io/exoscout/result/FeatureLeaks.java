package io.exoscout.result;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.exoscout.leak.LeakAudit;
import io.exoscout.leak.LeakAudit.AuditedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What the features give away by themselves.
 *
 * @param features the audit of the features
 * @param flaggedInTable the columns that were left out when the table was received;
 * {@code null} where they were not audited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeatureLeaks(@JsonUnwrapped LeakAudit features, @Nullable List<AuditedColumn> flaggedInTable) {
}
