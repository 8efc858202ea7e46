package io.exoscout.study.peers;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import io.exoscout.archive.Target;
import io.exoscout.benchmarks.MeasuredTable;
import io.exoscout.fitting.Folds;
import io.exoscout.learning.Samples;
import io.exoscout.learning.Seed;
import io.exoscout.model.Algorithm;
import io.exoscout.model.TrainingOptions;
import io.exoscout.study.CommandLine;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTable;
import io.exoscout.study.StudyTables;
import io.exoscout.trainer.evaluation.FeatureAudit;

/**
 * What all contenders are fitted to: rows, columns and folds of a training job.
 *
 * @param table what the table is called
 * @param samples its decided rows
 * @param folds how they are dealt out
 */
record MeasuredRows(String table, Samples samples, Folds folds) {

	static MeasuredRows read(CommandLine command, StudyTables tables) throws IOException {
		MeasuredTable measured = MeasuredTable.find(System.getenv("EXOSCOUT_DATA"));
		StudyTable table = tables.read(new ByteArrayInputStream(measured.bytes()), measured.name());
		// which algorithm it is for makes no difference to the rows
		TrainingOptions any = Study.options(command, Algorithm.XGBOOST, Target.PLANET, Study.SEED);
		Samples samples = FeatureAudit.of(Samples.of(table.task(any).table(), any), table.mission(), any.target())
			.samples();
		return new MeasuredRows(measured.name(), samples, Folds.of(samples, new Seed(any.seed())));
	}

	/** What they are, for the reader of a result. */
	String described() {
		return Study.text("%s (%,d decided objects, %d features)", this.table, this.samples.size(),
				this.samples.features().size());
	}

}
