package io.exoscout.problem;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Everything that can be wrong, each under the word that programs may depend on. Shown in
 * {@code docs/errors.md}. A word that was ever sent is never given another meaning.
 */
@Schema(enumAsRef = true, description = "what is wrong, in a word; docs/errors.md says what to do")
public enum ErrorCode {

	// requests
	MALFORMED_REQUEST(ProblemKind.INVALID, "The request is no well-formed HTTP.", "Mend the client."),
	MALFORMED_PARAMETERS(ProblemKind.INVALID, "The parameters can not be read.", "Encode them; send fewer."),
	MALFORMED_UPLOAD(ProblemKind.INVALID, "The body is no complete `multipart/form-data`.", "Mend the client."),
	MALFORMED_JSON(ProblemKind.INVALID, "The body is no JSON of the kind expected here.", "Mend it where it says."),
	UNREADABLE_BODY(ProblemKind.INVALID, "The body can not be read.", "Send it again; mend the client."),
	MISSING_BODY(ProblemKind.INVALID, "The request has no body, but one is needed.", "Send one."),
	MISSING_PART(ProblemKind.INVALID, "A part of the form is missing.", "Send it."),
	MISSING_FILE(ProblemKind.INVALID, "The form has no file.", "Send the table as part `file`, with a file name."),
	MISSING_PARAMETER(ProblemKind.INVALID, "A parameter is missing.", "Send it."),
	MISSING_ROWS(ProblemKind.INVALID, "The JSON has no rows to score.", "Send at least one in `rows`."),
	UNKNOWN_PARAMETER(ProblemKind.INVALID, "There is no parameter, form field or JSON member of this name.",
			"Mend the name, or leave it out."),
	REPEATED_PARAMETER(ProblemKind.INVALID, "A parameter was sent several times.", "Send it once."),
	INVALID_PARAMETER(ProblemKind.INVALID, "A parameter has a value that is not accepted.", "Send one that is."),
	INVALID_FIELD(ProblemKind.INVALID, "A member of the JSON is of the wrong type.", "Send the type it names."),
	INVALID_INPUT(ProblemKind.INVALID, "A field or parameter breaks a rule.", "Mend what `errors` names."),
	INVALID_TENSOR(ProblemKind.INVALID, "A tensor's shape, datatype and data do not fit each other, or other tensors.",
			"Mend the tensor it names."),
	UNKNOWN_OUTPUT(ProblemKind.INVALID, "An output is asked for that the model does not have, or not like this.",
			"Ask for one that it names."),
	UNKNOWN_ADDRESS(ProblemKind.NOT_FOUND, "There is nothing at this address.", "See `/docs` for what there is."),
	METHOD_NOT_ALLOWED(ProblemKind.METHOD_NOT_ALLOWED, "The address does not take this method.", "See `Allow`."),
	NOT_ACCEPTABLE(ProblemKind.NOT_ACCEPTABLE, "The answer does not come in any type that is accepted.",
			"Accept one that it names."),
	UNSUPPORTED_MEDIA_TYPE(ProblemKind.UNSUPPORTED, "The body is of a type that is not read here.",
			"Send one that it names."),
	REQUEST_TOO_LARGE(ProblemKind.TOO_LARGE, "The request is larger than is accepted.", "Send less."),
	BODY_TOO_LARGE(ProblemKind.TOO_LARGE, "The JSON is larger than is accepted.", "Send fewer rows at a time."),
	UPLOAD_TOO_LARGE(ProblemKind.TOO_LARGE, "The file is larger than is accepted.", "Pack it with gzip; split it."),
	REQUESTED_RANGE_NOT_SATISFIABLE(ProblemKind.RANGE, "The range asked for is not in the file.", "Ask for all of it."),
	EXPECTATION_FAILED(ProblemKind.EXPECTATION, "The header `Expect` asks for what is not done.", "Leave it out."),
	NOT_IMPLEMENTED(ProblemKind.NOT_IMPLEMENTED, "The transfer encoding is not understood.", "Use `chunked`."),
	HTTP_VERSION_NOT_SUPPORTED(ProblemKind.VERSION, "This version of HTTP is not spoken.", "Use HTTP/1.1."),
	INTERNAL_ERROR(ProblemKind.INTERNAL, "Something went wrong on our side.", "Tell whoever runs it the `trace_id`."),

	// who may ask
	UNAUTHORIZED(ProblemKind.UNAUTHORIZED, "Neither a valid API key nor a token was sent.", "Send one."),
	INVALID_TOKEN(ProblemKind.UNAUTHORIZED, "The token is not valid, or not any more.", "Get a new one."),
	FORBIDDEN(ProblemKind.FORBIDDEN, "The caller may not do this.", "Ask whoever runs it for the right."),
	HOST_NOT_ALLOWED(ProblemKind.FORBIDDEN, "The `Host` is none that this service, or the gateway (421), goes by.",
			"Call it by its name, or add the name to `exoscout.security.allowed-hosts`, `EXOSCOUT_HOSTS`."),
	ORIGIN_NOT_ALLOWED(ProblemKind.FORBIDDEN, "Pages of this origin may not call the service, or not in this way.",
			"Add the origin to `exoscout.cors.allowed-origins`."),
	TOO_MANY_REQUESTS(ProblemKind.TOO_MANY, "The caller has more under way than one caller may.",
			"Wait as `Retry-After` says; have less under way at once."),
	QUOTA_EXCEEDED(ProblemKind.TOO_MANY, "The caller has as much in the queue, or stored, as one caller may.",
			"Wait until jobs are done; cancel or delete some. `GET /exo-scout-jobs-api/usage` tells how much there is."),
	TOO_MANY_FAILURES(ProblemKind.TOO_MANY, "Too many wrong keys or tokens came from this address.",
			"Wait as `Retry-After` says; mend the key."),
	ISSUER_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The issuer of the token can not be reached.", "Try again."),

	// files that hold no table
	EMPTY_FILE(ProblemKind.INVALID, "The file holds no header line.", "Send a table."),
	UPLOAD_INTERRUPTED(ProblemKind.INVALID, "The upload ended before the table did.", "Send it again."),
	BROKEN_GZIP(ProblemKind.INVALID, "The gzip can not be unpacked to its end.", "Pack it and send it again."),
	NOT_TEXT(ProblemKind.INVALID, "The file is no text that is read.", "Save the table as CSV in UTF-8."),
	NOT_UTF8(ProblemKind.INVALID, "The text is neither UTF-8 nor Windows-1252.", "Save it as UTF-8."),
	BROKEN_ZIP(ProblemKind.INVALID, "The ZIP archive, or a file in it, can not be unpacked.",
			"Pack the files themselves anew, without a password and without paths that lead elsewhere."),
	TOO_MANY_FILES(ProblemKind.TOO_LARGE, "The ZIP archive holds more files than are taken at once.",
			"Send them in several archives."),
	SEVERAL_FILES(ProblemKind.UNUSABLE, "The ZIP archive holds more than one file.", "Send the one table."),
	FITS_FILE(ProblemKind.UNUSABLE, "The FITS file holds no table that is read.",
			"Mend it where it says, or export its table as CSV."),
	PDF_FILE(ProblemKind.UNUSABLE, "The file is a PDF document.", "Send the table itself, as CSV."),
	SPREADSHEET(ProblemKind.UNUSABLE, "The file is a spreadsheet.", "Save the sheet with the table as CSV."),
	PYTHON_OBJECT(ProblemKind.UNUSABLE, "The file is a NumPy array or a pickle.", "Write the table with `to_csv`."),
	PARQUET_FILE(ProblemKind.UNUSABLE, "The file is a Parquet file.", "Write the table with `to_csv`."),
	ARROW_FILE(ProblemKind.UNUSABLE, "The file is an Arrow or Feather file.", "Write the table with `to_csv`."),
	HDF5_FILE(ProblemKind.UNUSABLE, "The file is an HDF5 file.", "Write the table with `to_csv`."),
	DATABASE_FILE(ProblemKind.UNUSABLE, "The file is an SQLite database.", "Export the table as CSV."),
	PACKED_FILE(ProblemKind.UNUSABLE, "The file is packed in a form that is not read.", "Pack it with gzip."),
	HTML_PAGE(ProblemKind.UNUSABLE, "The file is an HTML page.", "Download the table in place of its page."),
	LFS_POINTER(ProblemKind.UNUSABLE, "The file is a Git LFS pointer.", "Fetch the table with `git lfs pull`."),
	ARCHIVE_ERROR(ProblemKind.UNUSABLE, "The file is the archive's answer to a query that failed.",
			"Mend the query and download again."),
	VOTABLE_FILE(ProblemKind.UNUSABLE, "The VOTable can not be read.",
			"Mend it where it says, or download the table as CSV (`format=csv`)."),
	XML_FILE(ProblemKind.UNUSABLE, "The file is an XML document.", "Download the table as CSV."),
	ECSV_TABLE(ProblemKind.UNUSABLE, "The ECSV table can not be read.", "Mend it where it says, or write plain CSV."),
	IPAC_TABLE(ProblemKind.UNUSABLE, "The IPAC table can not be read.",
			"Mend it where it says, or download the table as CSV (`format=csv`)."),
	LIGHT_CURVE_MATRIX(ProblemKind.UNUSABLE, "The columns are numbered, as those of light curves are.",
			"Send a table with one row per candidate."),
	BROKEN_JSON(ProblemKind.INVALID, "The table is JSON, but not to its end.", "Mend it where it says; send it all."),
	JSON_WITHOUT_TABLE(ProblemKind.UNUSABLE, "The JSON holds no table.", "Send records, as pandas' `to_json` does."),

	// tables that can not be read
	BROKEN_QUOTING(ProblemKind.INVALID, "A quoted cell is not closed.", "Write quotation marks in cells twice."),
	RAGGED_ROW(ProblemKind.INVALID, "A row has more or fewer cells than the header.", "Mend the line it names."),
	BLANK_COLUMN(ProblemKind.INVALID, "A column has no name.", "Name it."),
	DUPLICATE_COLUMN(ProblemKind.INVALID, "Two columns have one name.", "Rename one, or leave it out."),
	COLUMN_NAME_TOO_LONG(ProblemKind.INVALID, "The name of a column is too long.", "Shorten it."),
	NAME_TOO_LONG(ProblemKind.INVALID, "The name of an object or a star is too long.", "Shorten it."),
	INVALID_ROW(ProblemKind.INVALID, "A row sent as JSON is no object of texts and numbers.", "Mend the row."),
	TOO_MANY_COLUMNS(ProblemKind.TOO_LARGE, "The table has too many columns.", "Leave some out."),
	TOO_MANY_OBJECTS(ProblemKind.TOO_LARGE, "The table does not fit into memory.", "Split it, or leave columns out."),
	TABLE_TOO_LARGE(ProblemKind.TOO_LARGE, "The table is too large once unpacked.", "Split it."),
	ROW_TOO_LARGE(ProblemKind.TOO_LARGE, "A row is too long.", "Look for a quotation mark that is not closed."),
	CELL_TOO_LARGE(ProblemKind.TOO_LARGE, "A cell is too long.", "Shorten it, or leave its column out."),
	TOO_COSTLY(ProblemKind.TOO_LARGE, "The file or JSON would take far more work or memory than its size is worth.",
			"Leave out what it names: blank rows, comment lines, padding."),
	JSON_TOO_LARGE(ProblemKind.TOO_LARGE, "The JSON has a value that is too long or nested too deeply.", "Mend it."),

	// tables that are of no use
	UNKNOWN_SCHEMA(ProblemKind.UNUSABLE, "The columns are those of no mission.", "Use the archive's names."),
	AMBIGUOUS_SCHEMA(ProblemKind.UNUSABLE, "The columns are those of several missions.", "Keep those of one."),
	PUBLISHED_PLANETS(ProblemKind.UNUSABLE, "The table is that of published planets.", "Download `k2pandc`."),
	NO_ROWS(ProblemKind.UNUSABLE, "The table has a header, but no rows.", "Send rows, too."),
	NOT_NUMERIC(ProblemKind.UNUSABLE, "A column of measurements holds texts.", "Send numbers; leave the column out."),
	EMPTY_CORE_COLUMNS(ProblemKind.UNUSABLE, "Columns that matter most are wholly empty.", "Fill, or leave out."),
	IMPOSSIBLE_VALUES(ProblemKind.UNUSABLE, "Values can not be measurements in the archive's units.",
			"Send them as measured, or name the unit in the header."),
	NO_LABEL_COLUMN(ProblemKind.UNUSABLE, "The column of labels is missing.", "Add it; scoring works without."),
	UNKNOWN_LABELS(ProblemKind.UNUSABLE, "The labels are not understood.", "Say what they mean in `params`: `labels`."),
	ONE_CLASS(ProblemKind.UNUSABLE, "The table has objects of fewer than two classes.", "Add objects of another."),
	TOO_FEW_ROWS(ProblemKind.UNUSABLE, "A class has objects on too few stars.", "Add objects of that class."),
	NO_USABLE_COLUMN(ProblemKind.UNUSABLE, "No column is left to learn from.", "Exclude less; add measurements."),
	WRONG_MISSION(ProblemKind.UNUSABLE, "The model was trained on another mission.", "Ask a model of this one."),
	MISSING_COLUMNS(ProblemKind.UNUSABLE, "The table lacks columns that matter most.", "Add those it names."),
	NO_SUCH_THRESHOLD(ProblemKind.UNUSABLE_MODEL, "The model has no threshold of that `precision` or `recall`.",
			"Ask for less."),

	// light curves
	NO_TIME_COLUMN(ProblemKind.UNUSABLE, "The light curve has no column of times.",
			"Name it `time`; or send `cadence_minutes`."),
	NO_FLUX_COLUMN(ProblemKind.UNUSABLE, "The light curve has no column of fluxes.", "Name it in `params`: `flux`."),
	NO_FINITE_FLUX(ProblemKind.UNUSABLE, "No point of the light curve has both a time and a flux.",
			"Choose another column as `flux`, or a milder `quality_mask`."),
	CONSTANT_FLUX(ProblemKind.UNUSABLE, "All fluxes of the light curve are the same.", "Send what was measured."),
	TOO_FEW_POINTS(ProblemKind.UNUSABLE, "The light curve or the series is too short for what is asked.",
			"Send more of it, as many points as it names, or ask for a smaller window."),
	NOT_A_LIGHT_CURVE(ProblemKind.UNUSABLE, "The file holds images or target pixels, or no curve at all.",
			"Send the light curve that was made of them."),
	TRUNCATED_FITS(ProblemKind.UNUSABLE, "The FITS file breaks off.", "Download it again, and send all of it."),
	AMBIGUOUS_TABLE(ProblemKind.UNUSABLE, "The file or files could be read as several light curves.",
			"Say which one is meant, or send that one alone."),
	TOO_MANY_POINTS(ProblemKind.TOO_LARGE, "There are more points, or groups of them, than are taken at once.",
			"Send fewer: fewer files or binned points of a light curve, the newest of a series with `limit`."),

	BATCH_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such batch of light curves.",
			"Its id is in the answer to the upload; a batch goes with the last of its jobs."),

	// trainings, models and jobs
	MALFORMED_PARAMS(ProblemKind.INVALID, "`params` is no JSON object.", "Mend it."),
	INVALID_PARAMS(ProblemKind.INVALID, "A member of `params` has a value that is not accepted.", "Send one that is."),
	PARAMS_TOO_LARGE(ProblemKind.TOO_LARGE, "`params` is too long.", "Shorten it."),
	INVALID_HYPERPARAMETER(ProblemKind.INVALID, "A hyper-parameter is not accepted.", "Send what it names."),
	UNKNOWN_COLUMN(ProblemKind.INVALID, "A name in `exclude_features` means nothing here.", "Mend it."),
	JOB_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such job.", "Look at the list of jobs."),
	JOB_STATE_CONFLICT(ProblemKind.CONFLICT, "The state of the job does not allow this.", "See what it allows."),
	JOB_NOT_COMPLETED(ProblemKind.CONFLICT, "The job has no outcome yet.", "Ask again once it is completed."),
	NO_RESULT(ProblemKind.NOT_FOUND, "The job predicts nothing.", "Ask for its candidates."),
	NO_CANDIDATES(ProblemKind.NOT_FOUND, "The job ranked nothing.", "Ask for its result, or train anew."),
	NO_PLACES(ProblemKind.UNUSABLE, "The objects of the job have no place on the sky.",
			"Train on a table with the columns `ra` and `dec`."),
	MODEL_NOT_NAMED(ProblemKind.INVALID, "Not exactly one model was named.", "Send either `job_id` or `model`."),
	OBJECT_NOT_FOUND(ProblemKind.NOT_FOUND, "The table of the job has no such object.",
			"Look at the lists of its candidates and objects."),
	MODEL_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such model.", "Look at the list of models."),
	MODEL_CHANGED(ProblemKind.CONFLICT, "The model was trained anew since.", "Ask for the predictions again."),
	NO_TRIBUO_FILE(ProblemKind.NOT_FOUND, "The model was not trained by Tribuo.",
			"Train it with `\"engine\": \"tribuo\"`, or ask for the file without `format`."),
	INVALID_ONNX_FILE(ProblemKind.INVALID, "The ONNX file is not intact.", "Export the model again."),
	UNSUPPORTED_ONNX(ProblemKind.UNUSABLE_MODEL, "The ONNX file is no tree ensemble for our columns.",
			"Export the trees alone, with inputs named as columns or features."),
	MODEL_TOO_LARGE(ProblemKind.UNUSABLE_MODEL, "The model has too many nodes for an ONNX file.",
			"Train fewer or smaller trees."),
	INVALID_MODEL_FILE(ProblemKind.INVALID, "The model file is not intact.", "Train the model again."),
	UNKNOWN_FEATURE_SET(ProblemKind.UNUSABLE_MODEL, "The model was made by a later version.", "Update the program."),
	ALIAS_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such alias.", "Look at the list of aliases."),
	ALIAS_MOVED(ProblemKind.PRECONDITION, "The alias is not where the caller saw it.", "Look again, then decide."),
	ALIAS_NOT_SEEN(ProblemKind.PRECONDITION_REQUIRED, "An alias is moved by those who say where they saw it.",
			"Send its `ETag` as `If-Match`."),
	MODEL_HAS_ALIAS(ProblemKind.CONFLICT, "An alias points at the model.", "Move or delete the alias first."),
	MODEL_HAS_STREAM(ProblemKind.CONFLICT, "A stream is scored by the model.", "Delete the stream first."),
	MODEL_OF_JOB(ProblemKind.CONFLICT, "The model goes with the job that trained it.", "Delete the job."),
	BLOB_NOT_FOUND(ProblemKind.NOT_FOUND, "A stored table, model or result is gone.", "Upload or train again."),
	STORED_BYTES_DAMAGED(ProblemKind.INTERNAL,
			"A stored table, model or result is not what was stored; it is not used.",
			"Bring it back from a backup, or delete what was made of it and upload or train again."),

	// streams
	STREAM_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such stream.", "Look at the list of streams."),
	STREAM_STATE_CONFLICT(ProblemKind.CONFLICT, "The stream is in no state for this.", "See what it says."),
	STREAM_NOT_TRAINABLE(ProblemKind.UNUSABLE, "The stream can not ask for trainings, and says why.",
			"Leave `drift.retrain` out, or mend what `errors` names."),
	TOO_MANY_STREAMS(ProblemKind.CONFLICT, "As many streams are kept as there may be.",
			"Delete some, or raise `exoscout.streams.most`."),
	IDEMPOTENCY_KEY_REUSED(ProblemKind.CONFLICT, "The `Idempotency-Key` came with another body before.",
			"Send another key with other events."),
	UNORDERED_EVENTS(ProblemKind.UNUSABLE, "The file goes back in time by more than the allowed lateness.",
			"Sort it, or send it with `sort=true`."),
	SNAPSHOT_NOT_FOUND(ProblemKind.NOT_FOUND, "The stream has no such snapshot.", "Look at its list of snapshots."),
	STREAM_BEHIND(ProblemKind.UNAVAILABLE, "The stream has not learned from the events in time; they are kept.",
			"Ask for its metrics later; do not send them again."),
	STREAM_ENGINE_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The engine of streams does not do what it is told for now.",
			"Try again; events are taken and kept all the same."),
	STREAM_STATE_NEWER(ProblemKind.CONFLICT, "The state of the stream was written by a later version.",
			"Update the program, or roll back to an earlier snapshot."),
	STREAM_STATE_OTHER(ProblemKind.CONFLICT, "The state belongs to another definition of the stream.",
			"Define a new stream and replay into it."),

	// what people make of objects
	INVALID_VERDICT(ProblemKind.INVALID, "A verdict, note or tag is not accepted.", "Mend what `errors` names."),
	VERDICT_NOT_FOUND(ProblemKind.NOT_FOUND, "Nobody has said anything of the object.", "Say it with `PUT`."),
	VERDICT_CHANGED(ProblemKind.PRECONDITION, "Something else is said of the object than the caller saw.",
			"Look again, then decide."),
	VERDICT_NOT_SEEN(ProblemKind.PRECONDITION_REQUIRED,
			"What is said of an object is changed by those who say what they saw.", "Send its `ETag` as `If-Match`."),
	TOO_MANY_VERDICTS(ProblemKind.CONFLICT, "As many verdicts are kept as there may be.",
			"Delete some, or raise `exoscout.verdicts.most`."),

	// series
	INVALID_COLLECTION(ProblemKind.INVALID, "The name of a collection is not accepted.",
			"Begin with a letter; go on with letters, digits, `_` and `-`, 64 at most."),
	COLLECTION_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such collection.", "Look at the list of collections."),
	INVALID_SERIES(ProblemKind.UNUSABLE, "A time or a value of the series can not be worked with.",
			"Mend the one it names."),
	IRREGULAR_SERIES(ProblemKind.UNUSABLE, "The times of the series are on no regular grid.",
			"Bring them to equal steps, or name the column that tells several series apart as `group_by`."),
	WINDOW_MISMATCH(ProblemKind.UNUSABLE_MODEL, "The model was trained with another window, or not as far ahead.",
			"Ask for what it names, or train anew."),
	GROUP_NOT_NAMED(ProblemKind.INVALID, "The model has several groups, or not the one that is named.",
			"Send `group` as one that it names."),
	TOO_MANY_COLLECTIONS(ProblemKind.CONFLICT, "There are as many collections or rows as there may be.",
			"Delete some, or raise `exoscout.series.collections` or `exoscout.series.rows`."),
	TOO_MANY_SERIES_MODELS(ProblemKind.CONFLICT, "There are as many models of series as there may be.",
			"Delete some, or raise `exoscout.series.models`."),

	// planets
	INVALID_PLANET(ProblemKind.INVALID, "A field of the planet is not accepted.", "Mend what `errors` names."),
	TOO_MANY_FIELDS(ProblemKind.INVALID, "The planet has too many fields.", "Leave some out."),
	NOT_CONFIRMED_PLANETS(ProblemKind.UNUSABLE, "The table is not that of confirmed planets.",
			"Download `pscomppars`."),
	UNUSABLE_PLANETS(ProblemKind.UNUSABLE, "No row of the table can be taken.", "Mend what `errors` names."),
	TOO_MANY_PLANETS(ProblemKind.CONFLICT, "The catalogue has no room for as many planets.",
			"Delete some, or raise `exoscout.catalog.most`."),
	IMPORT_RUNNING(ProblemKind.CONFLICT, "Another table of planets is being imported.",
			"Send it again once that is done."),
	UNKNOWN_PLANET(ProblemKind.NOT_FOUND, "There is no such planet.", "Look at the list of planets."),

	// what is out of reach for a while
	DATABASE_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The database can not be reached.", "Try again; nothing was done."),
	DATABASE_READ_ONLY(ProblemKind.UNAVAILABLE, "The database can only be read for now.",
			"Try again later; whoever runs it finds why in its log."),
	STORAGE_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The store for tables and models can not be reached, or is full.",
			"Try again later."),
	DISK_FULL(ProblemKind.UNAVAILABLE, "There is no room left on a disk; reading goes on.",
			"Delete jobs that nobody needs, or make room; then send it again."),
	TOO_MANY_FITS(ProblemKind.UNAVAILABLE, "Too many tables that lack columns are being prepared for.", "Try again."),
	TOO_MANY_BODIES(ProblemKind.UNAVAILABLE, "The requests being worked on leave no memory for the body of another.",
			"Try again after `Retry-After`, or send fewer rows at a time."),
	SERVICE_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The service, or the gateway, takes no requests now.", "Try again."),

	// what only a job or a message ends with
	OUT_OF_MEMORY(ProblemKind.FAILED, "The job needs more memory than the worker has.", "Give more, then retry."),
	TRAINING_FAILED(ProblemKind.FAILED, "The training failed unexpectedly.", "See the worker's log."),
	TRANSIT_SEARCH_FAILED(ProblemKind.FAILED, "The search for transits failed unexpectedly.", "See the worker's log."),
	PREDICTION_FAILED(ProblemKind.FAILED, "The prediction failed unexpectedly.", "See the worker's log."),
	TOO_MANY_ATTEMPTS(ProblemKind.FAILED, "The job's workers died each time.", "Give more memory, then retry."),
	WORKERS_TOO_OLD(ProblemKind.FAILED, "No worker knows what the job asks for.", "Update them, then retry."),
	UNREADABLE_MESSAGE(ProblemKind.FAILED, "A message in the queue names no job.", "See who else sends there."),

	// what the gateway says, too
	REQUEST_TIMEOUT(ProblemKind.TIMEOUT, "The request did not arrive in time.", "Send it again, faster."),

	// what only the gateway says
	NOT_FOUND(ProblemKind.NOT_FOUND, "The gateway leads nowhere by this address.", "See `/docs` for what there is."),
	TOO_LARGE(ProblemKind.TOO_LARGE, "The request is larger than any service accepts.", "Send less."),
	URI_TOO_LONG(ProblemKind.TOO_LONG, "The address is too long.", "Shorten it."),
	SERVICE_UNREACHABLE(ProblemKind.UNREACHABLE, "The service can not be reached.", "Try again later."),
	SERVICE_TIMEOUT(ProblemKind.LATE, "The service did not answer in time.", "Try again later.");

	private final ProblemKind kind;

	private final String meaning;

	private final String remedy;

	ErrorCode(ProblemKind kind, String meaning, String remedy) {
		this.kind = kind;
		this.meaning = meaning;
		this.remedy = remedy;
	}

	/** The word itself, e.g. {@code one_class}. */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Decides the status, and whether trying again makes sense. */
	public ProblemKind kind() {
		return this.kind;
	}

	/** What is wrong, in a sentence. */
	public String meaning() {
		return this.meaning;
	}

	/** What the caller can do about it, in a sentence. */
	public String remedy() {
		return this.remedy;
	}

}
