package io.exoscout.predictor.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.exoscout.prediction.Prediction;

/**
 * What is kept of predictions for one output, until all rows are scored.
 *
 * @param meaning what it is called, and what it is
 * @param rows how many
 * @param width how many elements each row has
 * @param binary whether it goes behind the JSON
 * @param numbers of all rows in order, 1 for what is true; empty for texts
 * @param texts the same for texts; empty for numbers
 */
record OutputColumn(OutputTensor meaning, int rows, int width, boolean binary, double[] numbers, String[] texts) {

	static OutputColumn of(OutputTensor meaning, int rows, int width, boolean binary) {
		int elements = Math.multiplyExact(rows, width);
		boolean text = meaning.datatype() == Datatype.BYTES;
		OutputColumn column = new OutputColumn(meaning, rows, width, binary, new double[text ? 0 : elements],
				new String[text ? elements : 0]);
		Arrays.fill(column.texts, "");
		return column;
	}

	/** Takes what it needs of a row; one that is not explained keeps blanks and zeros. */
	void add(int row, Prediction prediction) {
		List<?> elements = this.meaning.elements().apply(prediction);
		for (int i = 0; i < elements.size(); i++) {
			if (elements.get(i) instanceof Double number) {
				this.numbers[row * this.width + i] = number;
			}
			else {
				this.texts[row * this.width + i] = String.valueOf(elements.get(i));
			}
		}
	}

	List<Integer> shape() {
		return List.of(this.rows, this.width);
	}

	/** As a list in the JSON. */
	List<?> data() {
		return switch (this.meaning.datatype()) {
			case BYTES -> Arrays.asList(this.texts);
			case BOOL -> Arrays.stream(this.numbers).mapToObj((number) -> number != 0).toList();
			default -> Arrays.stream(this.numbers).boxed().toList();
		};
	}

	/** As bytes behind the JSON. */
	byte[] bytes() {
		if (this.meaning.datatype() == Datatype.BOOL) {
			byte[] bytes = new byte[this.numbers.length];
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) this.numbers[i];
			}
			return bytes;
		}
		if (this.meaning.datatype() != Datatype.BYTES) {
			ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(this.numbers.length, Double.BYTES))
				.order(ByteOrder.LITTLE_ENDIAN);
			bytes.asDoubleBuffer().put(this.numbers);
			return bytes.array();
		}
		byte[][] encoded = Arrays.stream(this.texts)
			.map((text) -> text.getBytes(StandardCharsets.UTF_8))
			.toArray(byte[][]::new);
		int size = Arrays.stream(encoded).mapToInt((text) -> Integer.BYTES + text.length).reduce(0, Math::addExact);
		ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
		for (byte[] text : encoded) {
			bytes.putInt(text.length).put(text);
		}
		return bytes.array();
	}

}
