package io.exoscout.licence;

import java.util.List;
import java.util.Set;

/**
 * Something of others that ships.
 *
 * @param name group and artifact, or the name of the package
 * @param licences those of which we may choose one
 */
record Library(String name, List<String> licences) {

	/** Use, change and pass on, as long as the notice stays. */
	private static final Set<String> PERMISSIVE = Set.of("0BSD", "AL 2.0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause",
			"BSD-4-Clause", "Bouncy Castle Licence", "CC-BY-4.0", "CC0-1.0", "ISC", "MIT", "MIT and ISC", "MIT-0",
			"Public Domain", "Unlicense");

	boolean isPermissive() {
		return this.licences.stream().anyMatch(PERMISSIVE::contains);
	}

	String shownLicences() {
		return String.join(" or ", this.licences);
	}

}
