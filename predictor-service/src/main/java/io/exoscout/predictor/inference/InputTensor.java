package io.exoscout.predictor.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

import io.exoscout.predictor.inference.SentInference.SentTensor;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of the rows to be scored.
 *
 * @param name of the column
 * @param datatype of its cells
 * @param rows how many
 * @param cells gives each as a table would have it
 */
record InputTensor(String name, Datatype datatype, int rows, IntFunction<String> cells) {

	/** How many bytes of a tensor are behind the JSON. */
	static final String SIZE = "binary_data_size";

	/**
	 * Takes what was sent.
	 * @param sent the tensor
	 * @param place where it stands in the JSON
	 * @param binary what is left behind the JSON; its data are taken from there
	 * @throws ProblemException {@code invalid_tensor} unless shape, datatype and data fit
	 */
	static InputTensor of(@Nullable SentTensor sent, String place, ByteBuffer binary) {
		if (sent == null || sent.name() == null || sent.name().isEmpty()) {
			throw invalid(place + ".name", "An input has no name");
		}
		String name = sent.name();
		Datatype datatype = Datatype.named(sent.datatype());
		if (datatype == null) {
			throw invalid(place + ".datatype", "Input '%s' has the datatype '%s'; accepted are %s"
				.formatted(Quoted.shortened(name), Quoted.shortened(sent.datatype()), Datatype.names()));
		}
		Expected expected = new Expected(name, place, datatype, rows(sent, place));
		Long size = new SentParameters(sent.parameters(), place + ".parameters", Set.of(SIZE)).number(SIZE);
		JsonNode data = (sent.data() != null && !sent.data().isNull()) ? sent.data() : null;
		if ((data != null) == (size != null)) {
			throw invalid(place + ".data",
					"Input '%s' needs its data either in the JSON or behind it, with %s among its parameters"
						.formatted(Quoted.shortened(name), SIZE));
		}
		IntFunction<String> cells = (data != null) ? expected.read(data)
				: expected.take(Objects.requireNonNullElse(size, 0L), binary);
		return new InputTensor(name, datatype, (int) expected.rows(), cells);
	}

	/** n of a shape [n] or [n, 1]. */
	private static long rows(SentTensor sent, String place) {
		List<Long> shape = Objects.requireNonNullElse(sent.shape(), List.of());
		boolean column = shape.stream().allMatch(Objects::nonNull)
				&& (shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1));
		if (!column || shape.get(0) < 0) {
			throw invalid(place + ".shape", "Input '%s' has the shape %s; a column has [n, 1] or [n]"
				.formatted(Quoted.shortened(sent.name()), Quoted.shortened(sent.shape())));
		}
		return shape.get(0);
	}

	static ProblemException invalid(String field, String detail) {
		return new ProblemException(ErrorCode.INVALID_TENSOR, detail + ".", InputError.field(field, detail + "."));
	}

	/**
	 * What data have to be like.
	 *
	 * @param name of the input
	 * @param place where it stands in the JSON
	 * @param datatype of each element
	 * @param rows how many elements; anything that was claimed, until data were seen
	 */
	private record Expected(String name, String place, Datatype datatype, long rows) {

		/** The elements of a list in the JSON. */
		IntFunction<String> read(JsonNode data) {
			if (!data.isArray()) {
				throw invalid(this.place + ".data", quoted("has data that are no list"));
			}
			requireRows(data.size());
			boolean nested = !data.isEmpty() && data.get(0).isArray();
			IntFunction<String> cells = (row) -> cell(nested ? only(data.get(row), row) : data.get(row), row);
			for (int i = 0; i < data.size(); i++) {
				cells.apply(i); // refused here, and made when they are looked at
			}
			return cells;
		}

		/** As libraries write the rows of a matrix that has one column. */
		private JsonNode only(JsonNode row, int index) {
			if (!row.isArray() || row.size() != 1) {
				throw invalid(this.place + ".data[" + index + "]",
						quoted("has in row %d something else than a list of one".formatted(index + 1)));
			}
			return row.get(0);
		}

		private String cell(JsonNode element, int index) {
			String cell = this.datatype.cell(element);
			if (cell == null) {
				throw invalid(this.place + ".data[" + index + "]", quoted("has in row %d what is no %s: %s"
					.formatted(index + 1, this.datatype, Quoted.shortened(element))));
			}
			return cell;
		}

		/** The bytes that come next behind the JSON. */
		IntFunction<String> take(long size, ByteBuffer binary) {
			if (size < 0 || size > binary.remaining()) {
				throw invalid(this.place + ".parameters." + SIZE,
						quoted("says %s %d, but %d bytes are left behind the JSON; %s says where that ends"
							.formatted(SIZE, size, binary.remaining(), InferenceBody.LENGTH)));
			}
			ByteBuffer data = binary.slice(binary.position(), (int) size).order(ByteOrder.LITTLE_ENDIAN);
			binary.position(binary.position() + (int) size);
			if (this.datatype == Datatype.BYTES) {
				return texts(data)::get;
			}
			if (size % this.datatype.width() != 0) {
				throw invalid(this.place + ".parameters." + SIZE,
						quoted("has %d bytes, which is no whole number of %s (%d bytes each)".formatted(size,
								this.datatype, this.datatype.width())));
			}
			requireRows(size / this.datatype.width());
			return (row) -> this.datatype.cell(data, row);
		}

		/** Each with its length before it, which is not believed. */
		private List<String> texts(ByteBuffer data) {
			List<String> texts = new ArrayList<>();
			while (data.hasRemaining()) {
				long length = (data.remaining() >= Integer.BYTES) ? Integer.toUnsignedLong(data.getInt()) : -1;
				if (length < 0 || length > data.remaining()) {
					throw invalid(this.place + ".parameters." + SIZE,
							quoted("ends within text %d, which should have %s bytes".formatted(texts.size() + 1,
									(length < 0) ? "4 that say how long it is and then as many" : length)));
				}
				ByteBuffer text = data.slice(data.position(), (int) length);
				data.position(data.position() + (int) length);
				texts.add(decoded(text, texts.size()));
			}
			requireRows(texts.size());
			return texts;
		}

		private String decoded(ByteBuffer text, int index) {
			try {
				return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
			}
			catch (CharacterCodingException ex) {
				throw invalid(this.place, quoted("has in row %d a text that is no UTF-8".formatted(index + 1)))
					.causedBy(ex);
			}
		}

		private void requireRows(long found) {
			if (found != this.rows) {
				throw invalid(this.place + ".shape",
						quoted("has a shape of %d rows, but data of %d".formatted(this.rows, found)));
			}
		}

		private String quoted(String fault) {
			return "Input '%s' %s".formatted(Quoted.shortened(this.name), fault);
		}

	}

}
