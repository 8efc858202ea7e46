package io.exoscout.study.scoring;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.exoscout.archive.Mission;
import io.exoscout.feature.FeatureInput;
import io.exoscout.forest.Forests;
import io.exoscout.learning.Samples;
import io.exoscout.model.Calibration;
import io.exoscout.model.ModelManifest;
import io.exoscout.model.TrainedModel;
import io.exoscout.model.TrainingOptions;
import io.exoscout.neighbour.Neighbours;
import io.exoscout.onnx.OnnxModel;

/** A forest of ours in ONNX Runtime, on one thread. */
final class OnnxPeer implements AutoCloseable {

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

	private final OrtSession session;

	private final FloatBuffer cells;

	private final long[] shape;

	OnnxPeer(Forests forests, Samples samples, TrainingOptions options, float[][] vectors) throws OrtException {
		OrtSession.SessionOptions settings = new OrtSession.SessionOptions();
		settings.setIntraOpNumThreads(1);
		settings.setInterOpNumThreads(1);
		this.session = this.environment.createSession(file(forests, samples, options), settings);
		this.cells = FloatBuffer.wrap(Vectors.flat(vectors));
		this.shape = new long[] { vectors.length, vectors[0].length };
	}

	private static byte[] file(Forests forests, Samples samples, TrainingOptions options) {
		ModelManifest manifest = new ModelManifest("benchmark", Mission.KEPLER, options, "benchmark",
				samples.features(), samples.classNames(), new double[samples.features().size()],
				Calibration.NONE.method(), Calibration.NONE, Map.of(), Map.of(), "", Map.of());
		List<FeatureInput> inputs = samples.features()
			.stream()
			.map((name) -> new FeatureInput(name, FeatureInput.COLUMN, "", name, null, List.of(), "", ""))
			.toList();
		return OnnxModel.write(new TrainedModel(manifest, forests, Neighbours.NONE), "", inputs);
	}

	/** The probabilities of all rows. */
	double[][] predict() throws OrtException {
		try (OnnxTensor features = OnnxTensor.createTensor(this.environment, this.cells.rewind(), this.shape);
				OrtSession.Result result = this.session.run(Map.of(OnnxModel.FEATURES, features),
						Set.of(OnnxModel.PROBABILITIES))) {
			return (double[][]) result.get(OnnxModel.PROBABILITIES).orElseThrow().getValue();
		}
	}

	@Override
	public void close() throws OrtException {
		this.session.close();
	}

}
