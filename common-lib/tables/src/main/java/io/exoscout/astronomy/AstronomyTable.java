package io.exoscout.astronomy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.exoscout.body.TableLimits;
import io.exoscout.json.SentRows;

/**
 * Tells by its beginning whether a spooled body is a table in one of the forms of
 * astronomers, and opens it. The form is never guessed by trying readers.
 */
public final class AstronomyTable {

	private AstronomyTable() {
	}

	/**
	 * Looks at the beginning of a body.
	 * @param file where it lies
	 * @param head its first characters
	 * @param firstLine the line of the file as sent on which it begins
	 * @param limits how large it may be
	 * @return its rows, or nothing where it has another form
	 * @throws io.exoscout.problem.ProblemException when it has the form, but no table
	 * that can be read
	 */
	public static Optional<SentRows.Source> of(Path file, String head, long firstLine, TableLimits limits)
			throws IOException {
		if (FitsTable.begins(head)) {
			FitsTable fits = FitsTable.of(file, limits);
			return Optional.of(() -> FitsRows.open(fits));
		}
		if (EcsvTable.begins(head)) {
			EcsvTable ecsv = EcsvTable.of(file, limits);
			return Optional.of(() -> EcsvRows.open(ecsv));
		}
		if (VotableRows.begins(head)) {
			return Optional.of(() -> VotableRows.open(file, firstLine, limits));
		}
		if (IpacRows.begins(head)) {
			return Optional.of(() -> IpacRows.open(file, firstLine, limits));
		}
		return Optional.empty();
	}

}
