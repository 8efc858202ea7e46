package io.exoscout.predictor.rows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.exoscout.dataset.DatasetRef;
import io.exoscout.dataset.Datasets;
import io.exoscout.objects.ObjectReader;

/**
 * A table of a job, which was looked at when the job was accepted. Whoever waits may stop
 * it wherever it is being read.
 */
public class KeptTable extends StreamedRows {

	private final Datasets datasets;

	private final DatasetRef ref;

	private final Runnable meanwhile;

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
		return ColumnMatch.of(inputs, columns(inputs));
	}

	@Override
	ObjectReader read(ModelInputs inputs, List<String> columns) {
		InputStream bytes = new Interruptible(this.datasets.open(this.ref), this.meanwhile);
		return ObjectReader.open(bytes, inputs.mission(), columns, this.datasets.limits());
	}

	/** Looks up from reading. */
	private static final class Interruptible extends FilterInputStream {

		private final Runnable meanwhile;

		Interruptible(InputStream in, Runnable meanwhile) {
			super(in);
			this.meanwhile = meanwhile;
		}

		@Override
		public int read() throws IOException {
			this.meanwhile.run();
			return super.read();
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			this.meanwhile.run();
			return super.read(bytes, offset, length);
		}

	}

}
