package io.exoscout.astronomy;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.exoscout.body.ForeignFormat;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * A FIELD of a VOTable (IVOA Recommendation VOTable 1.5, sections 2 and 6).
 *
 * @param name of the column
 * @param type of its values
 * @param size how many values a cell has, -1 where each cell says it
 * @param blank what stands for no value, or {@code null}
 */
record VotableField(String name, Type type, int size, @Nullable String blank) {

	/** What values may be, and how many bits of a BINARY stream each takes. */
	enum Type {

		BOOLEAN(8), BIT(1), UNSIGNEDBYTE(8), SHORT(16), INT(32), LONG(64), CHAR(8), UNICODECHAR(16), FLOAT(32),
		DOUBLE(64), FLOATCOMPLEX(64), DOUBLECOMPLEX(128);

		private final int bits;

		Type(int bits) {
			this.bits = bits;
		}

	}

	/**
	 * A field by its attributes.
	 * @param name of the column
	 * @param datatype its attribute
	 * @param arraysize its attribute, if it has one
	 * @param limit how many values a cell may have at most
	 */
	static VotableField of(String name, @Nullable String datatype, @Nullable String arraysize, int limit) {
		try {
			Type type = Type.valueOf((datatype == null) ? "" : datatype.strip().toUpperCase(Locale.ROOT));
			return new VotableField(name, type, size(name, arraysize, limit), null);
		}
		catch (IllegalArgumentException ex) {
			throw ForeignFormat.VOTABLE.unreadable("FIELD " + Quoted.of(name) + " has the datatype "
					+ Quoted.of((datatype == null) ? "" : datatype) + ", which there is none of");
		}
	}

	VotableField withBlank(@Nullable String blank) {
		return new VotableField(this.name, this.type, this.size, blank);
	}

	private static int size(String name, @Nullable String arraysize, int limit) {
		if (arraysize == null || arraysize.isBlank()) {
			return 1;
		}
		if (arraysize.strip().endsWith("*")) {
			return -1;
		}
		long size = 1;
		for (String part : arraysize.strip().split("x")) {
			if (!part.matches("[0-9]{1,9}")) {
				throw ForeignFormat.VOTABLE
					.unreadable("FIELD " + Quoted.of(name) + " has the arraysize " + Quoted.of(arraysize));
			}
			size *= Long.parseLong(part);
			if (size > limit) {
				throw ForeignFormat.VOTABLE.unreadable("FIELD " + Quoted.of(name) + " has the arraysize "
						+ Quoted.of(arraysize) + "; at most " + limit + " values are read of a cell");
			}
		}
		return (int) size;
	}

	private boolean text() {
		return this.type == Type.CHAR || this.type == Type.UNICODECHAR;
	}

	/**
	 * A cell that was written as text.
	 * @return {@code null} where it is more than one value
	 */
	@Nullable String cell(String written) {
		String cell = written.strip();
		if (cell.isEmpty() || cell.equals(this.blank)) {
			return "";
		}
		if (text()) {
			return cell;
		}
		if (this.type == Type.BOOLEAN) {
			return truth(cell);
		}
		return (cell.chars().anyMatch(Character::isWhitespace)) ? null : cell;
	}

	private static String truth(String cell) {
		return switch (cell.toLowerCase(Locale.ROOT)) {
			case "t", "true", "1" -> CellText.of(true);
			case "f", "false", "0" -> CellText.of(false);
			default -> "";
		};
	}

	/**
	 * A cell of a BINARY stream.
	 * @param limit how many values it may claim to have
	 * @return {@code null} where it is more than one value
	 */
	@Nullable String read(DataInput in, int limit) throws IOException {
		int count = (this.size < 0) ? in.readInt() : this.size;
		if (count < 0 || count > limit) {
			throw ForeignFormat.VOTABLE.unreadable("a cell of FIELD " + Quoted.of(this.name) + " claims to have "
					+ Integer.toUnsignedString(count) + " values; at most " + limit + " are read");
		}
		if (text() || count != 1) {
			byte[] bytes = new byte[(int) (((long) count * this.type.bits + 7) / 8)];
			in.readFully(bytes);
			return text() ? string(bytes) : (count == 0) ? "" : null;
		}
		String cell = switch (this.type) {
			case BOOLEAN -> truth(String.valueOf((char) in.readUnsignedByte()));
			case BIT -> CellText.of(in.readByte() < 0);
			case UNSIGNEDBYTE -> Integer.toString(in.readUnsignedByte());
			case SHORT -> Short.toString(in.readShort());
			case INT -> Integer.toString(in.readInt());
			case LONG -> Long.toString(in.readLong());
			case FLOAT -> CellText.of(in.readFloat());
			case DOUBLE -> CellText.of(in.readDouble());
			default -> {
				in.readFully(new byte[this.type.bits / 8]);
				yield null;
			}
		};
		return (cell != null && cell.equals(this.blank)) ? "" : cell;
	}

	private String string(byte[] bytes) {
		String text = new String(bytes, (this.type == Type.CHAR) ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
		int end = text.indexOf(0);
		String cell = ((end < 0) ? text : text.substring(0, end)).strip();
		return cell.equals(this.blank) ? "" : cell;
	}

}
