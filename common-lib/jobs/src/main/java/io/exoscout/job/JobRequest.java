package io.exoscout.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.ColumnUse;
import io.exoscout.feature.FeaturePlan;
import io.exoscout.lightcurve.file.CurveReport;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, as it was accepted.
 *
 * @param params what was asked
 * @param dataset the table
 * @param report what was understood of the table; {@code null} for predictions, whose
 * results say what the model made of it
 * @param features what is computed from it, {@code null} for predictions and for jobs
 * from before there was anything computed
 * @param traceparent the request that last queued it, as of W3C Trace Context;
 * {@code null} where nothing was traced
 * @param owner the caller whose job it is: who had it queued first, or again after it had
 * ended in vain; {@code null} where nobody was asked who he is
 * @param curve what was understood of the light curve; of a search for transits only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobRequest(JobParams params, DatasetRef dataset, @Nullable TableReport report,
		@Nullable FeaturePlan features, @JsonIgnore @Nullable String traceparent, @Nullable String owner,
		@Nullable CurveReport curve) {

	/** Of a table. */
	public JobRequest(JobParams params, DatasetRef dataset, @Nullable TableReport report,
			@Nullable FeaturePlan features, @Nullable String traceparent, @Nullable String owner) {
		this(params, dataset, report, features, traceparent, owner, null);
	}

	/** Names of what is stored. */
	static final String PARAMS = "params";

	static final String DATASET = "dataset";

	static final String REPORT = "report";

	static final String TRACEPARENT = "traceparent";

	public static final String OWNER = "owner";

	/** Where {@link Jobs#uses} looks for the digest of the table. */
	static final String TABLE = DATASET + ".sha256";

	JobRequest tracedBy(@Nullable String traceparent) {
		return new JobRequest(this.params, this.dataset, this.report, this.features, traceparent, this.owner,
				this.curve);
	}

	/** As people read it: a column that only computed features see is used, too. */
	JobRequest shown() {
		if (this.report == null || this.features == null) {
			return this;
		}
		return new JobRequest(this.params, this.dataset, ColumnUse.complete(this.report, this.features), this.features,
				this.traceparent, this.owner, this.curve);
	}

	JobRequest ownedBy(@Nullable String owner) {
		return new JobRequest(this.params, this.dataset, this.report, this.features, this.traceparent, owner,
				this.curve);
	}

}
