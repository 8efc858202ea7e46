package io.exoscout.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;

/** The attributes of a node by name, as the types they must have. */
final class Attributes {

	private final String operator;

	private final Map<String, AttributeProto> byName = new HashMap<>();

	Attributes(NodeProto node) {
		this.operator = node.getOpType();
		for (AttributeProto attribute : node.getAttributeList()) {
			OnnxFault.require(this.byName.put(attribute.getName(), attribute) == null,
					"an attribute of %s is there twice".formatted(this.operator));
		}
	}

	/** A list of whole numbers; empty if it is not there. */
	long[] integers(String name) {
		AttributeProto attribute = this.byName.get(name);
		if (attribute == null) {
			return new long[0];
		}
		long[] integers = new long[attribute.getIntsCount()];
		for (int i = 0; i < integers.length; i++) {
			integers[i] = attribute.getInts(i);
		}
		return integers;
	}

	long integer(String name, long otherwise) {
		AttributeProto attribute = this.byName.get(name);
		return (attribute == null) ? otherwise : attribute.getI();
	}

	/** Numbers as a list of floats or as a tensor; empty if neither is there. */
	double[] numbers(String name) {
		AttributeProto tensor = this.byName.get(name + "_as_tensor");
		AttributeProto list = this.byName.get(name);
		OnnxFault.require(tensor == null || list == null, name + " is there twice");
		if (tensor != null) {
			return numbers(tensor.getT());
		}
		if (list == null) {
			return new double[0];
		}
		return list.hasT() ? numbers(list.getT())
				: list.getFloatsList().stream().mapToDouble(Float::doubleValue).toArray();
	}

	/** Small whole numbers as a tensor of bytes. */
	byte[] bytes(String name) {
		AttributeProto attribute = this.byName.get(name);
		if (attribute == null) {
			return new byte[0];
		}
		TensorProto tensor = local(attribute.getT());
		OnnxFault.require(tensor.getDataType() == DataType.UINT8.getNumber(), name + " is no tensor of bytes");
		if (tensor.hasRawData()) {
			return tensor.getRawData().toByteArray();
		}
		byte[] bytes = new byte[tensor.getInt32DataCount()];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) tensor.getInt32Data(i);
		}
		return bytes;
	}

	private static double[] numbers(TensorProto tensor) {
		local(tensor);
		if (tensor.getDataType() == DataType.DOUBLE.getNumber()) {
			return tensor.hasRawData() ? raw(tensor, Double.BYTES)
					: tensor.getDoubleDataList().stream().mapToDouble(Double::doubleValue).toArray();
		}
		OnnxFault.require(tensor.getDataType() == DataType.FLOAT.getNumber(),
				"a tensor holds neither floats nor doubles");
		return tensor.hasRawData() ? raw(tensor, Float.BYTES)
				: tensor.getFloatDataList().stream().mapToDouble(Float::doubleValue).toArray();
	}

	/** What is in the file: no other one is ever opened. */
	private static TensorProto local(TensorProto tensor) {
		OnnxFault.requireSupported(
				tensor.getDataLocation() != DataLocation.EXTERNAL && tensor.getExternalDataCount() == 0,
				"a tensor lies in another file");
		return tensor;
	}

	private static double[] raw(TensorProto tensor, int size) {
		ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
		OnnxFault.require(raw.remaining() % size == 0, "a tensor ends in the middle of a number");
		double[] numbers = new double[raw.remaining() / size];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = (size == Double.BYTES) ? raw.getDouble() : raw.getFloat();
		}
		return numbers;
	}

	/** A list of texts; empty if it is not there. */
	List<String> texts(String name) {
		AttributeProto attribute = this.byName.get(name);
		return (attribute == null) ? List.of()
				: attribute.getStringsList().stream().map(ByteString::toStringUtf8).toList();
	}

	String text(String name, String otherwise) {
		AttributeProto attribute = this.byName.get(name);
		return (attribute == null) ? otherwise : attribute.getS().toStringUtf8();
	}

}
