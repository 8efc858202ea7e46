package io.exoscout.stream;

/** Where streams are. */
final class StreamPaths {

	static final String STREAMS = "/exo-scout-streams";

	static final String STREAM = STREAMS + "/{id}";

	static final String PUSH = "/predict-and-train";

	private StreamPaths() {
	}

}
