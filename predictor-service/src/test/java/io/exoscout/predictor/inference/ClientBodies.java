package io.exoscout.predictor.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What clients send who know nothing of us. Those of Triton were recorded from its Python
 * and Java clients; those of MLServer and KServe follow what their sources say they
 * write. All are the same three objects, with blanks where they have no numbers.
 */
final class ClientBodies {

	/** The same objects as rows of our own. */
	static final String ROWS = """
			[{"koi_period": 9.488, "koi_duration": 2.9575, "koi_depth": 615.8, "koi_prad": 2.26, "koi_teq": 793,
			  "kepoi_name": "K00752.01", "kepid": 10797460},
			 {"koi_period": 3.5, "koi_duration": null, "koi_depth": 600, "koi_prad": 2.2, "koi_teq": 500,
			  "kepoi_name": "K00753.01", "kepid": 10811496},
			 {"koi_period": null, "koi_duration": 4.5, "koi_depth": 874.8, "koi_prad": 2.83, "koi_teq": 443,
			  "kepoi_name": "Kepler-2 ñ", "kepid": 10848459}]
			""";

	private ClientBodies() {
	}

	static byte[] bytes(String name) {
		try (InputStream body = ClientBodies.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(body, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
