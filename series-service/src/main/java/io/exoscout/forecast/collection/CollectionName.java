package io.exoscout.forecast.collection;

import java.util.regex.Pattern;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/**
 * Names of collections. What is kept of our own has a dot in its name, as the database's
 * own collections have, so that no caller's name ever is one of these.
 */
final class CollectionName {

	private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

	private CollectionName() {
	}

	static boolean isOne(String name) {
		return ACCEPTED.matcher(name).matches();
	}

	/**
	 * Refuses what is no name.
	 * @throws ProblemException {@code invalid_collection}
	 */
	static String require(String name) {
		if (!isOne(name)) {
			String detail = "'%s' is no name of a collection: it begins with a letter and goes on with letters, digits, '_' and '-', 64 at most."
				.formatted(Quoted.shortened(name));
			throw new ProblemException(ErrorCode.INVALID_COLLECTION, detail,
					InputError.field("collection_name", detail));
		}
		return name;
	}

}
