package io.exoscout.onnx;

import java.nio.FloatBuffer;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** An ONNX file in the runtime that everybody has. */
public final class OnnxSession implements AutoCloseable {

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

	private final OrtSession session;

	public OnnxSession(byte[] file) {
		try {
			this.session = this.environment.createSession(file);
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the file says of itself. */
	Map<String, String> metadata() {
		try {
			return this.session.getMetadata().getCustomMetadata();
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the runtime answers. */
	public record Said(String[] labels, double[][] probabilities) {
	}

	public Said run(float[][] vectors) {
		FloatBuffer cells = FloatBuffer.allocate(vectors.length * vectors[0].length);
		for (float[] vector : vectors) {
			cells.put(vector);
		}
		long[] shape = { vectors.length, vectors[0].length };
		try (OnnxTensor features = OnnxTensor.createTensor(this.environment, cells.flip(), shape);
				OrtSession.Result result = this.session.run(Map.of(OnnxModel.FEATURES, features))) {
			return new Said((String[]) result.get(OnnxModel.LABEL).orElseThrow().getValue(),
					(double[][]) result.get(OnnxModel.PROBABILITIES).orElseThrow().getValue());
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What a file with one input and one output says. */
	static float[][] probabilities(byte[] file, String input, float[][] vectors) {
		try (OnnxSession of = new OnnxSession(file);
				OnnxTensor features = OnnxTensor.createTensor(of.environment, vectors);
				OrtSession.Result result = of.session.run(Map.of(input, features))) {
			return (float[][]) result.get(0).getValue();
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.session.close();
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
