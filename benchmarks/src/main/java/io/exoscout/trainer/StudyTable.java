package io.exoscout.trainer;

import java.time.Instant;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.Mission;
import io.exoscout.dataset.ObjectTable;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeatureChoice;
import io.exoscout.feature.FeatureSet;
import io.exoscout.model.TrainingOptions;
import io.exoscout.work.Job;
import io.exoscout.work.JobParams;

import java.util.List;

/**
 * A stored table.
 *
 * @param datasets where it is stored
 * @param ref under which address
 * @param report what was understood of it
 */
record StudyTable(Datasets datasets, DatasetRef ref, TableReport report) {

	/** The file's name. */
	String name() {
		return this.ref.filename();
	}

	Mission mission() {
		return this.report.mission();
	}

	/** Its objects, without their values. */
	ObjectTable objects() {
		return this.datasets.load(this.ref, mission(), List.of());
	}

	/** What a trainer makes of a job for this table. */
	Training.Task task(TrainingOptions options) {
		FeatureChoice choice = FeatureSet.current(mission()).choose(this.report, options.excludeFeatures());
		return StoredTraining.task(this.datasets, Job.training("study", "study", JobParams.of(mission(), options),
				this.ref, choice.report(), choice.plan(), Instant.EPOCH));
	}

}
