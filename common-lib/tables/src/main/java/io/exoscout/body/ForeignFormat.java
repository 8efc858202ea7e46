package io.exoscout.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is sent in place of a table, each with a code of its own, what it is and what to
 * do about it. Binary ones are told by their first bytes, text by whoever reads its
 * lines.
 */
public enum ForeignFormat {

	FITS(ErrorCode.FITS_FILE, "a FITS file", "Export its table as CSV.", "SIMPLE  ="),
	PDF(ErrorCode.PDF_FILE, "a PDF document", "Send the table itself, as CSV.", "%PDF-"),
	OLD_SPREADSHEET(ErrorCode.SPREADSHEET, "a spreadsheet in the old Excel format (.xls)",
			"Save the sheet with the table as CSV.", "\u00D0\u00CF\u0011\u00E0"),
	SPREADSHEET(ErrorCode.SPREADSHEET, "a spreadsheet", "Save the sheet with the table as CSV."),
	NUMPY(ErrorCode.PYTHON_OBJECT, "a NumPy array", "Write the table with to_csv.", "\u0093NUMPY"),
	PICKLE_2(ErrorCode.PYTHON_OBJECT, "a Python pickle", "Write the table with to_csv.", "\u0080\u0002"),
	PICKLE_3(ErrorCode.PYTHON_OBJECT, "a Python pickle", "Write the table with to_csv.", "\u0080\u0003"),
	PICKLE_4(ErrorCode.PYTHON_OBJECT, "a Python pickle", "Write the table with to_csv.", "\u0080\u0004"),
	PICKLE_5(ErrorCode.PYTHON_OBJECT, "a Python pickle", "Write the table with to_csv.", "\u0080\u0005"),
	PARQUET(ErrorCode.PARQUET_FILE, "a Parquet file", "Write the table with to_csv.", "PAR1\u0015"),
	FEATHER(ErrorCode.ARROW_FILE, "an Arrow or Feather file", "Write the table with to_csv.", "ARROW1\u0000"),
	HDF5(ErrorCode.HDF5_FILE, "an HDF5 file", "Write the table with to_csv.", "\u0089HDF\r\n"),
	SQLITE(ErrorCode.DATABASE_FILE, "an SQLite database", "Export the table as CSV.", "SQLite format 3\u0000"),
	BZIP2(ErrorCode.PACKED_FILE, "packed with bzip2", "Unpack it, or pack it with gzip.", "BZh91AY&SY"),
	XZ(ErrorCode.PACKED_FILE, "packed with xz", "Unpack it, or pack it with gzip.", "\u00FD7zXZ\u0000"),
	SEVEN_ZIP(ErrorCode.PACKED_FILE, "packed with 7-Zip", "Unpack it, or pack it with gzip.",
			"7z\u00BC\u00AF\u0027\u001C"),
	RAR(ErrorCode.PACKED_FILE, "packed with RAR", "Unpack it, or pack it with gzip.", "Rar!\u001A"),
	ZSTD(ErrorCode.PACKED_FILE, "packed with Zstandard", "Unpack it, or pack it with gzip.",
			"\u0028\u00B5\u002F\u00FD"),
	HTML(ErrorCode.HTML_PAGE, "an HTML page",
			"Perhaps the address of a page was downloaded in place of the table's; "
					+ "open it in a browser and download the table as CSV."),
	LFS_POINTER(ErrorCode.LFS_POINTER, "a Git LFS pointer, which only names the table",
			"Fetch the table itself with git lfs pull, or download it from the repository's page."),
	ARCHIVE_ERROR(ErrorCode.ARCHIVE_ERROR, "the archive's answer to a query that failed",
			"Mend the query and download again, with format=csv."),
	VOTABLE(ErrorCode.VOTABLE_FILE, "a VOTable", "Download the table as CSV (format=csv)."),
	XML(ErrorCode.XML_FILE, "an XML document", "Download the table as CSV."),
	ECSV(ErrorCode.ECSV_TABLE, "an ECSV table", "Write the table as plain CSV."),
	IPAC(ErrorCode.IPAC_TABLE, "an IPAC table", "Download the table as CSV (format=csv)."),
	LIGHT_CURVES(ErrorCode.LIGHT_CURVE_MATRIX,
			"a matrix of numbered columns, as of light curves, one measurement beside the " + "other",
			"What is vetted here is a table with one row per candidate and its period, duration and depth.");

	/** The longest beginning that is looked for. */
	static final int MAGIC = 16;

	private final ErrorCode code;

	private final String what;

	private final String advice;

	private final String beginning;

	ForeignFormat(ErrorCode code, String what, String advice) {
		this(code, what, advice, "");
	}

	ForeignFormat(ErrorCode code, String what, String advice, String beginning) {
		this.code = code;
		this.what = what;
		this.advice = advice;
		this.beginning = beginning;
	}

	/** The binary format that begins like this, if it is one. */
	static Optional<ForeignFormat> of(byte[] head) {
		String start = new String(head, 0, Math.min(head.length, MAGIC), StandardCharsets.ISO_8859_1);
		return Arrays.stream(values())
			.filter((format) -> !format.beginning.isEmpty() && start.startsWith(format.beginning))
			.findFirst();
	}

	/** The refusal of what begins like text and is none. */
	static ProblemException notText(String detail, @Nullable Long line) {
		InputError error = (line == null) ? InputError.field("file", "not text") : InputError.line(line, "not text");
		return new ProblemException(ErrorCode.NOT_TEXT, detail, error);
	}

	/**
	 * The refusal of a table in a form that is read otherwise.
	 * @param why what is wrong with it, in words that follow a colon
	 */
	public ProblemException unreadable(String why) {
		return unreadable(why, this.advice);
	}

	/** The same where something else helps. */
	public ProblemException unreadable(String why, String advice) {
		return new ProblemException(this.code,
				"The file is " + this.what + ", but can not be read: " + why + ". " + advice,
				InputError.field("file", "not to be read as " + this.what));
	}

	public ProblemException problem() {
		return problem("");
	}

	/**
	 * The refusal.
	 * @param found what the file itself says, or what was seen in it; may be empty
	 */
	public ProblemException problem(String found) {
		String detail = "The file is " + this.what + (found.isEmpty() ? "" : ": " + found)
				+ (found.endsWith(".") ? " " : ". ") + this.advice;
		return new ProblemException(this.code, detail, InputError.field("file", "not a table, but " + this.what));
	}

}
