package io.exoscout.predictor.inference;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.exoscout.csv.Numbers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the elements of a tensor are, and how one becomes the cell of a table. What is no
 * finite number becomes a blank cell, in whatever form a client says so.
 */
enum Datatype {

	BOOL(1, 0), UINT8(1, 8), UINT16(2, 16), UINT32(4, 32), UINT64(8, 64), INT8(1, -8), INT16(2, -16), INT32(4, -32),
	INT64(8, -64), FP16(2, 0), BF16(2, 0), FP32(4, 0), FP64(8, 0), BYTES(0, 0);

	/** Up to here every whole number is a double. */
	private static final double EXACT = 1L << 53;

	private final int width;

	/** How many, negative for those that have a sign; 0 where there are no integers. */
	private final int bits;

	Datatype(int width, int bits) {
		this.width = width;
		this.bits = bits;
	}

	/** The datatype of a name, {@code null} if there is none. */
	static @Nullable Datatype named(@Nullable String name) {
		return Arrays.stream(values()).filter((type) -> type.name().equals(name)).findFirst().orElse(null);
	}

	static String names() {
		return Arrays.stream(values()).map(Datatype::name).collect(Collectors.joining(", "));
	}

	/** Bytes of an element; 0 where each says how long it is. */
	int width() {
		return this.width;
	}

	/** Whether large whole numbers, such as those of stars, come to be others. */
	boolean rounds() {
		return this == FP16 || this == BF16 || this == FP32;
	}

	/**
	 * A cell of binary data.
	 * @param data little-endian; not of {@link #BYTES}
	 * @param element which one
	 */
	String cell(ByteBuffer data, int element) {
		int at = element * this.width;
		return switch (this) {
			case BOOL -> String.valueOf(data.get(at) != 0);
			case UINT8 -> String.valueOf(Byte.toUnsignedInt(data.get(at)));
			case UINT16 -> String.valueOf(Short.toUnsignedInt(data.getShort(at)));
			case UINT32 -> Integer.toUnsignedString(data.getInt(at));
			case UINT64 -> Long.toUnsignedString(data.getLong(at));
			case INT8 -> String.valueOf(data.get(at));
			case INT16 -> String.valueOf(data.getShort(at));
			case INT32 -> String.valueOf(data.getInt(at));
			case INT64 -> String.valueOf(data.getLong(at));
			case FP16 -> single(half(data.getShort(at)));
			case BF16 -> single(Float.intBitsToFloat(data.getShort(at) << 16));
			case FP32 -> single(data.getFloat(at));
			case FP64 -> decimal(data.getDouble(at));
			case BYTES -> throw new IllegalStateException("Texts are of no fixed width");
		};
	}

	/**
	 * A cell of JSON.
	 * @return {@code null} if a tensor of this datatype can have no such element
	 */
	@Nullable String cell(JsonNode element) {
		if (element.isNull()) {
			return "";
		}
		if (element.isNumber()) {
			return number(element);
		}
		if (element.isBoolean()) {
			return (this == BOOL) ? element.asString() : null;
		}
		if (!element.isString()) {
			return null;
		}
		if (this == BYTES) {
			return element.stringValue();
		}
		// some clients can not write NaN but as a text
		return (this != BOOL && Numbers.meansBlank(element.stringValue().strip())) ? "" : null;
	}

	private @Nullable String number(JsonNode element) {
		if (element.isFloatingPointNumber() && !Double.isFinite(element.doubleValue())) {
			return (this == BOOL) ? null : "";
		}
		if (this.bits != 0) {
			return fits(element) ? element.asString() : null;
		}
		return switch (this) {
			case BYTES -> null;
			case BOOL -> switch (element.asString()) {
				case "0" -> "false";
				case "1" -> "true";
				default -> null;
			};
			default -> element.isIntegralNumber() ? element.asString() : decimal(element.doubleValue());
		};
	}

	private boolean fits(JsonNode element) {
		if (!element.isIntegralNumber()) {
			return false;
		}
		var value = element.bigIntegerValue();
		return (this.bits > 0) ? value.signum() >= 0 && value.bitLength() <= this.bits : value.bitLength() < -this.bits;
	}

	/** Single precision, so that the text is no longer than the number. */
	private static String single(float value) {
		if (!Float.isFinite(value)) {
			return "";
		}
		return isWhole(value) ? decimal(value) : Float.toString(value);
	}

	/** Without an exponent where that would hide a number that is a name. */
	private static String decimal(double value) {
		if (!Double.isFinite(value)) {
			return "";
		}
		return isWhole(value) ? String.valueOf((long) value) : Double.toString(value);
	}

	private static boolean isWhole(double value) {
		return value != 0 && value == Math.rint(value) && Math.abs(value) <= EXACT;
	}

	/** IEEE 754 binary16. */
	private static float half(short bits) {
		int exponent = bits >> 10 & 0x1f;
		int fraction = bits & 0x3ff;
		float size = switch (exponent) {
			case 0 -> Math.scalb((float) fraction, -24);
			case 0x1f -> (fraction == 0) ? Float.POSITIVE_INFINITY : Float.NaN;
			default -> Math.scalb((float) (fraction | 0x400), exponent - 25);
		};
		return (bits < 0) ? -size : size;
	}

}
