package io.exoscout.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.body.TableLimits;

/** Lists that lie beside classes. */
public final class Resources {

	private Resources() {
	}

	/** The cells of every row after the header. */
	public static List<List<String>> rows(Class<?> beside, String file) {
		List<List<String>> rows = new ArrayList<>();
		try (InputStream resource = beside.getResourceAsStream(file)) {
			if (resource == null) {
				throw new IllegalStateException(file + " is missing");
			}
			CsvTable table = CsvTable.open(resource, TableLimits.DEFAULTS);
			for (CsvRow row = table.next(); row != null; row = table.next()) {
				rows.add(List.copyOf(row.cells()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows;
	}

}
