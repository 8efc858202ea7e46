package io.exoscout.onnx;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

/**
 * Looks through a file before it is parsed: a byte of it may take fifty in memory. Counts
 * what parsing would make, and makes nothing.
 */
final class OnnxSize {

	/** Numbers in lists, which take eight bytes each. */
	private static final long MOST_NUMBERS = 24_000_000;

	/** Texts, messages and single values, which take some hundred bytes each. */
	private static final long MOST_PARTS = 2_500_000;

	/** Bytes of what is not looked into: names, shapes, metadata. */
	private static final long MOST_ASIDE = 4 << 20;

	/** A message of the format, with the fields that may be large. */
	private enum Kind {

		MODEL, GRAPH, NODE, ATTRIBUTE, TENSOR

	}

	/** Fields that are messages and looked into. */
	private static final Map<Kind, Map<Integer, Kind>> INSIDE = Map.of(Kind.MODEL, Map.of(7, Kind.GRAPH), Kind.GRAPH,
			Map.of(1, Kind.NODE, 5, Kind.TENSOR), Kind.NODE, Map.of(5, Kind.ATTRIBUTE), Kind.ATTRIBUTE,
			Map.of(5, Kind.TENSOR), Kind.TENSOR, Map.of());

	/** Fields that are lists of whole numbers, and how they are packed. */
	private static final Map<Kind, Set<Integer>> VARINTS = Map.of(Kind.ATTRIBUTE, Set.of(8), Kind.TENSOR,
			Set.of(1, 5, 7, 11));

	/** Fields that are as large in memory as in the file: numbers, bytes, short texts. */
	private static final Map<Kind, Set<Integer>> PLAIN = Map.of(Kind.ATTRIBUTE, Set.of(7, 9), Kind.TENSOR,
			Set.of(4, 9, 10));

	private final byte[] file;

	private final CodedInputStream in;

	private long numbers;

	private long parts;

	private long aside;

	private OnnxSize(byte[] file) {
		this.file = file;
		this.in = CodedInputStream.newInstance(file);
	}

	/**
	 * Checks that a file can be parsed in bounded memory.
	 * @throws io.exoscout.problem.ProblemException {@code INVALID} if it is no message or
	 * too much of one
	 */
	static void check(byte[] file) {
		try {
			new OnnxSize(file).walk(Kind.MODEL);
		}
		catch (IOException ex) {
			throw OnnxFault.broken("it ends in the middle, or is of another format").causedBy(ex);
		}
	}

	private void walk(Kind kind) throws IOException {
		for (int tag = this.in.readTag(); tag != 0; tag = this.in.readTag()) {
			count(++this.parts, MOST_PARTS);
			if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
				OnnxFault.require(WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_START_GROUP,
						"it holds a group, which the format does not have");
				this.in.skipField(tag);
				continue;
			}
			int field = WireFormat.getTagFieldNumber(tag);
			int length = this.in.readRawVarint32();
			Kind inside = INSIDE.getOrDefault(kind, Map.of()).get(field);
			if (inside != null) {
				int limit = this.in.pushLimit(length);
				walk(inside);
				this.in.popLimit(limit);
				continue;
			}
			int from = this.in.getTotalBytesRead();
			this.in.skipRawBytes(length);
			if (VARINTS.getOrDefault(kind, Set.of()).contains(field)) {
				for (int i = from; i < from + length; i++) {
					// the last byte of each number
					this.numbers += (this.file[i] >= 0) ? 1 : 0;
				}
				count(this.numbers, MOST_NUMBERS);
			}
			else if (!PLAIN.getOrDefault(kind, Set.of()).contains(field)) {
				this.aside += length;
				count(this.aside, MOST_ASIDE);
			}
		}
	}

	private static void count(long found, long most) {
		OnnxFault.require(found <= most, "it holds more than a model of trees needs");
	}

}
