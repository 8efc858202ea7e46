package io.exoscout.alias;

import java.util.Set;
import java.util.regex.Pattern;

import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;

/** How models may be called, by label or by alias. */
public final class AliasName {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

	/** An alias that looks like an id would take the place of a model to come. */
	private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

	/** What else stands where names of models do. */
	private static final Set<String> ADDRESSES = Set.of("aliases", "compare");

	private AliasName() {
	}

	/**
	 * Checks an alias.
	 * @param alias what somebody wants to call a model
	 * @return the same
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) if it has
	 * other characters than letters, digits, {@code . _ -}, is too long, looks like the
	 * id of a model or is part of an address
	 */
	public static String check(String alias) {
		label("alias", alias);
		if (ID.matcher(alias).matches() || ADDRESSES.contains(alias)) {
			throw ProblemException.invalidParameter("alias",
					"alias '%s' is not accepted; it must neither look like the id of a model nor be one of aliases, compare"
						.formatted(alias));
		}
		return alias;
	}

	/**
	 * Checks the label of a model.
	 * @param parameter under which name it was sent
	 * @param label what somebody wants to call a model
	 * @return the same
	 * @throws ProblemException {@code INVALID} (code {@code invalid_parameter}) if it is
	 * not accepted
	 */
	public static String label(String parameter, String label) {
		if (!NAME.matcher(label).matches()) {
			throw ProblemException.invalidParameter(parameter,
					"%s '%s' is not accepted; use 1 to 100 letters, digits, '.', '_' or '-'".formatted(parameter,
							Quoted.shortened(label)));
		}
		return label;
	}

}
