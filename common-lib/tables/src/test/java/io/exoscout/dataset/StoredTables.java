package io.exoscout.dataset;

import java.nio.file.Path;

import io.exoscout.body.TableLimits;
import io.exoscout.store.DirectoryBlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of whole tables stand on: datasets in a directory of their own. */
public abstract class StoredTables {

	@TempDir
	protected Path directory;

	protected Datasets datasets;

	@BeforeEach
	void open() {
		this.datasets = new Datasets(new DirectoryBlobStore(this.directory.resolve("blobs")), TableLimits.DEFAULTS,
				this.directory.resolve("spool"));
	}

}
