package io.exoscout.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureVectors;
import io.exoscout.model.ModelFile;
import io.exoscout.model.TrainedModel;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.objects.ObjectRow;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What the predictor is compared with: a table read by Commons CSV, each row walked down
 * all trees by itself, and written by Commons CSV, in one thread and without HTTP. Checks
 * nothing, counts no blanks and says of an object no more than its class.
 */
final class RowByRow {

	/** Who never stops it. */
	private static final Runnable NOBODY = () -> {
	};

	private final TrainedModel model;

	private final FeatureVectors vectors;

	/** A model as it is downloaded. */
	RowByRow(byte[] file) throws IOException {
		this.model = ModelFile.read(new ByteArrayInputStream(file));
		this.vectors = new FeatureVectors(
				FeatureSet.of(this.model.manifest().mission(), this.model.manifest().featureSet()),
				this.model.manifest().features());
	}

	/** From a table to its answer. */
	byte[] answer(byte[] table) throws IOException {
		List<ObjectRow> rows = new ArrayList<>();
		try (CSVParser parser = CSVParser.parse(new ByteArrayInputStream(table), StandardCharsets.UTF_8,
				CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
			for (CSVRecord record : parser) {
				rows.add(row(record));
			}
		}
		Neighbours neighbours = this.vectors.neighbours(rows, NOBODY).with(this.model.neighbours(), NOBODY);
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		double[] probabilities = new double[this.model.forests().classes()];
		try (CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(answer, StandardCharsets.UTF_8),
				CSVFormat.RFC4180)) {
			for (ObjectRow row : rows) {
				this.model.predict(this.vectors.of(row, neighbours), probabilities);
				printer.printRecord(row.row(), row.object(), probabilities[0], probabilities[1]);
			}
		}
		return answer.toByteArray();
	}

	private ObjectRow row(CSVRecord record) {
		List<String> columns = this.vectors.columns();
		float[] values = new float[columns.size()];
		for (int i = 0; i < values.length; i++) {
			String cell = record.isMapped(columns.get(i)) ? record.get(columns.get(i)) : "";
			values[i] = cell.isEmpty() ? Float.NaN : Float.parseFloat(cell);
		}
		return new ObjectRow(record.getRecordNumber(), record.get("kepoi_name"), record.get("kepid"), "", values);
	}

}
