package io.exoscout.archive;

/** Who shares a fold with whom. */
public final class StarName {

	/**
	 * Folds that stars are dealt out to, whatever is tested on stars it was not learnt
	 * from: every class needs a star in each.
	 */
	public static final int FOLDS = 5;

	private StarName() {
	}

	/**
	 * What an object is grouped by: its star, or itself where the table names no star.
	 * @param star name of its star, may be blank
	 * @param object its own name, may be blank
	 * @param row its data row
	 * @return a name that objects of one star have in common
	 */
	public static String of(String star, String object, long row) {
		if (!star.isEmpty()) {
			return "star " + star;
		}
		return object.isEmpty() ? "row " + row : "object " + object;
	}

}
