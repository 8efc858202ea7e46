package io.exoscout.predictor.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.RowStore;
import io.exoscout.objects.WatchedBytes;
import org.jspecify.annotations.Nullable;

/**
 * A table of a job, which was looked at when the job was accepted. Whoever waits may stop
 * it wherever it is being read.
 */
public class KeptTable extends TableRows {

	private final Datasets datasets;

	private final DatasetRef ref;

	private final Runnable meanwhile;

	private @Nullable RowStore rows;

	/**
	 * A kept table.
	 * @param datasets where it is kept
	 * @param ref which one
	 * @param meanwhile called again and again while it is read; may end it with an
	 * exception
	 */
	public KeptTable(Datasets datasets, DatasetRef ref, Runnable meanwhile) {
		super(datasets.limits().maxObjects());
		this.datasets = datasets;
		this.ref = ref;
		this.meanwhile = meanwhile;
	}

	@Override
	public ColumnMatch match(ModelInputs inputs) throws IOException {
		try (ObjectReader reader = read(inputs, inputs.columns())) {
			return ColumnMatch.of(inputs.wanted(), reader.columns());
		}
	}

	@Override
	RowStore rows(ModelInputs inputs) {
		RowStore read = this.rows;
		if (read == null) {
			read = this.datasets.rows(wanted(inputs));
			this.rows = read;
			try (ObjectReader reader = read(inputs, read.columns())) {
				read.addAll(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return read;
	}

	private ObjectReader read(ModelInputs inputs, List<String> columns) {
		InputStream bytes = new WatchedBytes(this.datasets.open(this.ref), this.meanwhile);
		return ObjectReader.open(bytes, inputs.mission(), columns, this.datasets.limits());
	}

	/** Gives up what was read. */
	@Override
	public void close() {
		if (this.rows != null) {
			this.rows.close();
		}
	}

}
