package io.exoscout.lightcurve.file;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.lightcurve.FluxUnit;
import io.exoscout.lightcurve.TimeSystem;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of one file.
 *
 * @param file its name
 * @param format {@code fits}, {@code text} or {@code flux_matrix}
 * @param target the name of the star, if the file says it
 * @param table which part of a FITS file was read, by number and name, or which row of a
 * matrix
 * @param columns names of the columns by what they are used for: {@code time},
 * {@code flux}, {@code error}, {@code quality}, {@code centroid_column},
 * {@code centroid_row}
 * @param ignoredColumns names of the others
 * @param timeSystem what its times count from
 * @param fluxUnit what its fluxes are in
 * @param rows points in the file
 * @param empty points that lack a time or a flux, or have a number that stands for none,
 * such as -99999
 * @param flagged points with a flux that their quality excludes
 * @param repeated points at the same time as another
 * @param points that are left
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileReport(String file, String format, @Nullable String target, @Nullable String table,
		Map<String, String> columns, List<String> ignoredColumns, TimeSystem timeSystem, FluxUnit fluxUnit, int rows,
		int empty, int flagged, int repeated, int points) {

	static FileReport of(FileCurve curve) {
		FileNotes notes = curve.notes();
		return new FileReport(notes.file(), notes.format(), notes.target().isEmpty() ? null : notes.target(),
				notes.table(), notes.used(), notes.ignored(), curve.system(), curve.unit(), curve.rows(), curve.empty(),
				curve.flagged(), curve.repeated(), curve.size());
	}

}
