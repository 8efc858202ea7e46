package io.exoscout.astronomy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.exoscout.csv.Resources;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;

/**
 * A column of an answer, as {@code answer-columns.csv} beside this class declares it; one
 * that it does not know is text.
 *
 * @param name of the column
 * @param type of its values
 * @param unit of its values (IVOA VOUnits 1.1); may be blank
 * @param ucd what it means, in the words of the Virtual Observatory (IVOA UCD1+ 1.5)
 * @param meaning what it means, in a sentence
 */
record AnswerColumn(String name, Type type, String unit, String ucd, String meaning) {

	private static final List<AnswerColumn> DECLARED = Resources.rows(AnswerColumn.class, "answer-columns.csv")
		.stream()
		.map((cells) -> new AnswerColumn(cells.get(0), Type.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
				cells.get(2), cells.get(3), cells.get(4)))
		.toList();

	/** What a value is. */
	enum Type {

		INT(Integer.class), LONG(Long.class), FLOAT(Float.class), DOUBLE(Double.class), TEXT(String.class);

		private final Class<?> content;

		Type(Class<?> content) {
			this.content = content;
		}

		/** What it is called in an IPAC table. */
		String ipac() {
			return (this == TEXT) ? "char" : name().toLowerCase(Locale.ROOT);
		}

	}

	static AnswerColumn of(String name) {
		return DECLARED.stream()
			.filter((column) -> Pattern.matches(column.name().replace("*", ".*"), name))
			.findFirst()
			.map((column) -> new AnswerColumn(name, column.type(), column.unit(), column.ucd(), column.meaning()))
			.orElse(new AnswerColumn(name, Type.TEXT, "", "", ""));
	}

	/**
	 * The same column in the answer to a cone search, which by its standard still has to
	 * call three of them as the first UCDs did (Simple Cone Search 1.03, section 2.2).
	 */
	AnswerColumn forCone() {
		String first = switch (this.ucd) {
			case "meta.id;meta.main" -> "ID_MAIN";
			case "pos.eq.ra;meta.main" -> "POS_EQ_RA_MAIN";
			case "pos.eq.dec;meta.main" -> "POS_EQ_DEC_MAIN";
			default -> this.ucd;
		};
		return new AnswerColumn(this.name, this.type, this.unit, first, this.meaning);
	}

	/**
	 * The same column in a FITS file, whose units are fewer (FITS Standard 4.0, section
	 * 4.3): the meaning says those that are left out.
	 */
	AnswerColumn forFits() {
		return this.unit.equals("earthRad") ? new AnswerColumn(this.name, this.type, "", this.ucd, this.meaning) : this;
	}

	/** The same for STIL. */
	ColumnInfo info() {
		ColumnInfo info = new ColumnInfo(this.name, this.type.content, this.meaning);
		if (!this.unit.isEmpty()) {
			info.setUnitString(this.unit);
		}
		if (!this.ucd.isEmpty()) {
			info.setUCD(this.ucd);
		}
		return info;
	}

	/** A value of this type; a float keeps the digits it has as a double. */
	@Nullable Object value(@Nullable Object cell) {
		if (cell == null) {
			return null;
		}
		return switch (this.type) {
			case INT -> ((Number) cell).intValue();
			case LONG -> ((Number) cell).longValue();
			case FLOAT -> ((Number) cell).floatValue();
			case DOUBLE -> (cell instanceof Float) ? Double.valueOf(cell.toString()) : ((Number) cell).doubleValue();
			case TEXT -> cell.toString();
		};
	}

	/** Keeps a value for later. */
	void write(@Nullable Object value, DataOutput out) throws IOException {
		out.writeBoolean(value != null);
		if (value == null) {
			return;
		}
		switch (this.type) {
			case INT -> out.writeInt((int) value);
			case LONG -> out.writeLong((long) value);
			case FLOAT -> out.writeFloat((float) value);
			case DOUBLE -> out.writeDouble((double) value);
			case TEXT -> {
				byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
				out.writeInt(text.length);
				out.write(text);
			}
		}
	}

	/** Reads what was kept. */
	@Nullable Object read(DataInput in) throws IOException {
		if (!in.readBoolean()) {
			return null;
		}
		return switch (this.type) {
			case INT -> in.readInt();
			case LONG -> in.readLong();
			case FLOAT -> in.readFloat();
			case DOUBLE -> in.readDouble();
			case TEXT -> {
				byte[] text = new byte[in.readInt()];
				in.readFully(text);
				yield new String(text, StandardCharsets.UTF_8);
			}
		};
	}

}
