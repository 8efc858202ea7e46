package io.exoscout.onnx;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/** Why an ONNX file is refused. */
final class OnnxFault {

	private OnnxFault() {
	}

	/** It is no intact file of the format. */
	static ProblemException broken(String reason) {
		return new ProblemException(ErrorCode.INVALID_ONNX_FILE, "This is not an intact ONNX file: " + reason + ".");
	}

	/** It says that it was written here, and is not as it was written. */
	static ProblemException changed() {
		return broken("it says that it was written by this program, and its graph is not as it would be written; "
				+ "export the model again");
	}

	/** It may well be a good model, but none that is taken here. */
	static ProblemException unsupported(String reason) {
		return new ProblemException(ErrorCode.UNSUPPORTED_ONNX, "This ONNX file can not be taken: " + reason + ".");
	}

	static void require(boolean intact, String reason) {
		if (!intact) {
			throw broken(reason);
		}
	}

	static void requireSupported(boolean supported, String reason) {
		if (!supported) {
			throw unsupported(reason);
		}
	}

}
