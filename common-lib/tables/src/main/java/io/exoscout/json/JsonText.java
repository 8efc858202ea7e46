package io.exoscout.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.exoscout.body.FileBlocks;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A spooled body of JSON, read token by token: never more than a cell is held, and
 * nesting, names and numbers are bounded.
 */
public final class JsonText {

	private static final Pattern BEGINNING = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\\]]).*", Pattern.DOTALL);

	private static final int DEEPEST = 20;

	private final Path file;

	private final long firstLine;

	private final TableLimits limits;

	private final JsonFactory factory;

	JsonText(Path file, long firstLine, TableLimits limits) {
		this.file = file;
		this.firstLine = firstLine;
		this.limits = limits;
		this.factory = JsonFactory.builder()
			// Python writes these
			.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEEPEST)
				.maxStringLength(limits.maxCellCharacters())
				.maxNumberLength(Math.min(1000, limits.maxCellCharacters()))
				.maxNameLength(limits.maxCellCharacters())
				.build())
			.build();
	}

	/** Whether a text begins like JSON. */
	public static boolean begins(String head) {
		return BEGINNING.matcher(head.substring(0, Math.min(head.length(), 1000))).matches();
	}

	TableLimits limits() {
		return this.limits;
	}

	/** A parser of its own, which begins at a byte of the body. */
	JsonParser open(long place) throws IOException {
		InputStream in = Files.newInputStream(this.file);
		in.skipNBytes(place);
		return this.factory.createParser(ObjectReadContext.empty(), in);
	}

	/** A parser for one of very many places in the body that are read in turn. */
	JsonParser openAmongMany(long place) {
		return this.factory.createParser(ObjectReadContext.empty(), new FileBlocks(this.file, place));
	}

	/**
	 * Does something with a parser, and says in words what may be wrong with the text.
	 */
	<T> T reading(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (StreamConstraintsException ex) {
			throw new ProblemException(ErrorCode.JSON_TOO_LARGE,
					"The JSON has a value or a name of more than " + this.limits.maxCellCharacters()
							+ " characters, a number of more than 1000, or is nested deeper than " + DEEPEST + " levels"
							+ onLine(ex) + ".")
				.causedBy(ex);
		}
		catch (JacksonIOException ex) {
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
		catch (JacksonException ex) {
			long line = this.firstLine - 1 + Math.max(1, ex.getLocation().getLineNr());
			throw new ProblemException(ErrorCode.BROKEN_JSON,
					"The file begins as JSON, but can not be read as JSON to its end: the trouble is on line " + line
							+ ", character " + Math.max(1, ex.getLocation().getColumnNr())
							+ "; it may have been cut short.",
					InputError.line(line, "broken JSON"))
				.causedBy(ex);
		}
	}

	private String onLine(JacksonException ex) {
		return (ex.getLocation() == null) ? ""
				: " (line " + (this.firstLine - 1 + Math.max(1, ex.getLocation().getLineNr())) + ")";
	}

	/**
	 * The value at a token as a cell; blank for null, and for what is no single value.
	 */
	static String cell(JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NULL) {
			return "";
		}
		if (token.isStructStart()) {
			parser.skipChildren();
			return "";
		}
		return parser.getString().replace("\r\n", "\n").replace('\r', '\n').strip();
	}

	/**
	 * Refuses a row that is too long.
	 * @param what what a row is called here
	 * @param number its number, from 1
	 * @param characters how many it has so far
	 */
	void requireShort(String what, long number, long characters) {
		if (characters > this.limits.maxRecordCharacters()) {
			throw new ProblemException(ErrorCode.ROW_TOO_LARGE,
					what + " " + number + " has more than " + this.limits.maxRecordCharacters()
							+ " characters, the limit here.",
					InputError.line(number + 1, what.toLowerCase(Locale.ROOT) + " too long"));
		}
	}

	/** Why the JSON is no table. */
	static ProblemException noTable(String why) {
		return new ProblemException(ErrorCode.JSON_WITHOUT_TABLE, "The JSON holds no table that is read: " + why
				+ " Send a list of records, [{\"koi_period\": 9.5, …}, …], or what pandas writes with to_json, in any "
				+ "orient but \"values\".", InputError.field("file", "no table in JSON"));
	}

}
