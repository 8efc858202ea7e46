package io.exoscout.transit;

/** Who looks on while a search goes on. */
@FunctionalInterface
public interface SearchWatch {

	/** Nobody. */
	SearchWatch NOBODY = (share, message) -> {
	};

	/**
	 * Is told how far the search is, several times a second; what it throws ends the
	 * search and passes through.
	 * @param share 0 to 1
	 * @param message what is done just now
	 */
	void progress(double share, String message);

}
