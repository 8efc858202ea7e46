package io.exoscout.fits;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;

/** What is said of FITS files that can not be read. */
final class FitsTrouble {

	private FitsTrouble() {
	}

	/** The file ends before what it announces. */
	static ProblemException truncated(String where) {
		return new ProblemException(ErrorCode.TRUNCATED_FITS,
				"The FITS file breaks off " + where + ". Download it again, and send all of it.",
				InputError.field("file", "breaks off " + where));
	}

	/** The file announces what can not be. */
	static ProblemException broken(String what) {
		return new ProblemException(ErrorCode.FITS_FILE,
				"The FITS file can not be read: " + what + ". Mend its header, or send the curve as CSV.",
				InputError.field("file", what));
	}

}
