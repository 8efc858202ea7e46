package io.exoscout.predictor.inference;

import java.util.List;
import java.util.Objects;

/**
 * What answers here.
 *
 * @param name always {@code exoscout}
 * @param version of this program
 * @param extensions of the protocol that are understood
 */
record ServerSignature(String name, String version, List<String> extensions) {

	static ServerSignature own() {
		return new ServerSignature("exoscout", Objects
			.requireNonNullElse(ServerSignature.class.getPackage().getImplementationVersion(), "development"),
				List.of("binary_tensor_data"));
	}

}
