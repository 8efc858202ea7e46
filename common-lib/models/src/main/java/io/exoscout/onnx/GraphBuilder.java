package io.exoscout.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/**
 * Puts a graph together, node after node. What a node gives is known by a name, which the
 * next ones take.
 */
final class GraphBuilder {

	/** How many rows are scored at once: as many as are sent. */
	private static final String ROWS = "rows";

	private final GraphProto.Builder graph;

	private int names;

	GraphBuilder(String name) {
		this.graph = GraphProto.newBuilder().setName(name);
	}

	/** A table of numbers that is given, one row for each row to score. */
	String input(String name, DataType type, int columns) {
		this.graph.addInput(info(name, type, columns));
		return name;
	}

	/** Calls what a node gives by a name of its own, and shows it to whoever asks. */
	void output(String value, String name, DataType type, int columns) {
		NodeProto.Builder node = NodeProto.newBuilder().setOpType("Identity").setName(name).addInput(value);
		this.graph.addNode(node.addOutput(name));
		this.graph.addOutput(info(name, type, columns));
	}

	private static ValueInfoProto info(String name, DataType type, int columns) {
		TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber());
		tensor.getShapeBuilder().addDimBuilder().setDimParam(ROWS);
		if (columns > 0) {
			tensor.getShapeBuilder().addDimBuilder().setDimValue(columns);
		}
		return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
	}

	/** Numbers that are the same for all rows. */
	String constant(double... values) {
		return constant(TensorProto.newBuilder()
			.setDataType(DataType.DOUBLE.getNumber())
			.addDims(values.length)
			.addAllDoubleData(Arrays.stream(values).boxed().toList()));
	}

	/** Texts that are the same for all rows. */
	String constant(List<String> texts) {
		return constant(TensorProto.newBuilder()
			.setDataType(DataType.STRING.getNumber())
			.addDims(texts.size())
			.addAllStringData(texts.stream().map(ByteString::copyFromUtf8).toList()));
	}

	private String constant(TensorProto.Builder tensor) {
		String name = name("constant");
		this.graph.addInitializer(tensor.setName(name));
		return name;
	}

	/** An operator of the standard. */
	String node(String operator, List<AttributeProto> attributes, String... inputs) {
		return node("", operator, attributes, inputs);
	}

	/** An operator of some domain. */
	String node(String domain, String operator, List<AttributeProto> attributes, String... inputs) {
		String name = name(operator);
		this.graph.addNode(NodeProto.newBuilder()
			.setDomain(domain)
			.setOpType(operator)
			.setName(name)
			.addAllInput(Arrays.asList(inputs))
			.addOutput(name)
			.addAllAttribute(attributes));
		return name;
	}

	/** The same numbers as those of another type. */
	String cast(String value, DataType type) {
		return node("Cast", List.of(whole("to", type.getNumber())), value);
	}

	private String name(String kind) {
		return kind.toLowerCase(Locale.ROOT) + '_' + this.names++;
	}

	static AttributeProto whole(String name, long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
	}

	static AttributeProto text(String name, String value) {
		return AttributeProto.newBuilder()
			.setName(name)
			.setType(AttributeType.STRING)
			.setS(ByteString.copyFromUtf8(value))
			.build();
	}

	GraphProto build() {
		return this.graph.build();
	}

}
