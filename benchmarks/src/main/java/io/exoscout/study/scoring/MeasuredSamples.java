package io.exoscout.study.scoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import io.exoscout.benchmarks.MeasuredTable;
import io.exoscout.learning.Samples;
import io.exoscout.model.TrainingOptions;
import io.exoscout.study.Study;
import io.exoscout.study.StudyTable;
import io.exoscout.study.StudyTables;

/**
 * The rows of the table that everything is measured with.
 *
 * @param name of the table
 * @param table the table
 * @param samples its decided rows, with the features that a job would use
 */
record MeasuredSamples(String name, StudyTable table, Samples samples) {

	static MeasuredSamples read(StudyTables tables, TrainingOptions options) throws IOException {
		MeasuredTable measured = MeasuredTable.find(System.getenv("EXOSCOUT_DATA"));
		StudyTable table = tables.read(new ByteArrayInputStream(measured.bytes()), measured.name());
		return new MeasuredSamples(measured.name(), table, Samples.of(table.task(options).table(), options));
	}

	String circumstances() {
		return Study.text("Measured with %s (%,d decided objects, %d features), Java %d; one thread each, best rounds.",
				this.name, this.samples.size(), this.samples.features().size(), Runtime.version().feature());
	}

}
