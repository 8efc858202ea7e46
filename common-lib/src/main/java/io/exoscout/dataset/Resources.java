package io.exoscout.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The lists that lie beside the classes of this package. */
final class Resources {

	private Resources() {
	}

	/** The cells of every row after the header. */
	static List<List<String>> rows(String file) {
		List<List<String>> rows = new ArrayList<>();
		try (InputStream resource = Resources.class.getResourceAsStream(file)) {
			if (resource == null) {
				throw new IllegalStateException(file + " is missing");
			}
			CsvTable table = CsvTable.open(resource, TableLimits.DEFAULTS);
			for (CsvRow row = table.next(); row != null; row = table.next()) {
				rows.add(row.cells());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows;
	}

}
