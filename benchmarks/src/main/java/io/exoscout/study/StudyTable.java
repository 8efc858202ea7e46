package io.exoscout.study;

import java.time.Instant;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.dataset.TableReport;
import io.exoscout.feature.FeatureChoice;
import io.exoscout.feature.FeatureSet;
import io.exoscout.job.Job;
import io.exoscout.job.JobParams;
import io.exoscout.model.TrainingOptions;
import io.exoscout.objects.ObjectTable;
import io.exoscout.trainer.StoredTraining;
import io.exoscout.trainer.Training;

/**
 * A stored table.
 *
 * @param datasets where it is stored
 * @param ref under which address
 * @param report what was understood of it
 */
public record StudyTable(Datasets datasets, DatasetRef ref, TableReport report) {

	/** The file's name. */
	String name() {
		return this.ref.filename();
	}

	public Mission mission() {
		return this.report.mission();
	}

	/** Its objects, without their values. */
	ObjectTable objects() {
		return this.datasets.load(this.ref, mission(), List.of(), () -> {
		});
	}

	/** What a trainer makes of a job for this table. */
	public Training.Task task(TrainingOptions options) {
		return task(options, FeatureSet.current(mission()));
	}

	/** The same of a job that names a feature set. */
	Training.Task task(TrainingOptions options, FeatureSet set) {
		FeatureChoice choice = set.choose(this.report, options.excludeFeatures());
		return StoredTraining.task(this.datasets, Job.training("study", "study", JobParams.of(mission(), options),
				this.ref, choice.report(), choice.plan(), Instant.EPOCH));
	}

}
