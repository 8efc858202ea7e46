package io.exoscout.body;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large a table may be. Real tables have up to 153 columns, 1.2 KB per row and 4 MB;
 * the limits stand well above and keep memory bounded whatever is sent.
 *
 * @param maxSize bytes of a table once unpacked, comments included; four times the
 * default upload limit, which is about what gzip gains on these tables
 * @param maxColumns columns of the header
 * @param maxCellCharacters characters of one cell
 * @param maxRecordCharacters characters of one row, separators and quotes included
 * @param maxObjects objects that are held in memory at once: all of a training table, and
 * all of a K2 table, whose rows have to be merged
 * @param maxValues numbers that are held in memory at once (objects times columns), four
 * bytes each; where names are held, too, every character counts as one
 */
@Validated
@ConfigurationProperties("exoscout.table")
public record TableLimits(@DefaultValue("1GB") DataSize maxSize, @DefaultValue("2000") @Min(1) int maxColumns,
		@DefaultValue("65536") @Min(1) int maxCellCharacters,
		@DefaultValue("1048576") @Min(1) @Max(1 << 28) int maxRecordCharacters,
		@DefaultValue("1000000") @Min(1) int maxObjects, @DefaultValue("100000000") @Min(1) long maxValues) {

	/** What applies where nothing is configured. */
	public static final TableLimits DEFAULTS = new TableLimits(DataSize.ofGigabytes(1), 2000, 65536, 1 << 20, 1_000_000,
			100_000_000);

	/** Characters of the name of a column or an object. */
	public static final int MAX_NAME = 200;

	/**
	 * Refuses a table with too many columns.
	 * @param columns how many it has
	 * @throws ProblemException {@code too_many_columns}
	 */
	public void requireColumns(int columns) {
		if (columns > this.maxColumns) {
			throw new ProblemException(ErrorCode.TOO_MANY_COLUMNS,
					"The table has " + columns + " columns; at most " + this.maxColumns + " are accepted.");
		}
	}

	/**
	 * Refuses what would not fit into memory.
	 * @param objects how many objects
	 * @param columns how many numbers of each
	 * @param characters how many in the names of all of them; one takes one byte or two,
	 * and the rest of what it counts for is what a name takes however short it is
	 * @throws ProblemException {@code too_many_objects}
	 */
	public void requireRoom(long objects, int columns, long characters) {
		if (objects > this.maxObjects || objects * columns + characters > this.maxValues) {
			throw new ProblemException(ErrorCode.TOO_MANY_OBJECTS,
					"The table has " + objects + " objects or more, too many to hold in memory: at most "
							+ this.maxObjects + " objects and " + this.maxValues
							+ " values are accepted here; a character of a name counts as a value.",
					InputError.field("file", "too many objects"));
		}
	}

}
