package io.exoscout.archive;

/** What a column of an archive table may be used for. */
public enum ColumnRole {

	/** A measurement known before the verdict: a feature. */
	FEATURE("used as a feature"),
	/**
	 * The uncertainty of a measurement. Which are given, and how they were rounded, tells
	 * where a value comes from as much as how good it is, so they are looked at through
	 * computed features only.
	 */
	UNCERTAINTY("uncertainty"),
	/** Names the object, its star or its row. */
	IDENTIFIER("identifier"),
	/** The label itself. */
	LABEL("label"),
	/** Written after, or because of, the verdict. */
	LEAK("label leak"),
	/** Where on the sky: encodes the field of view, not the object. */
	POSITION("position on the sky"),
	/** When: an epoch says nothing about the nature of the object. */
	EPOCH("epoch or date"),
	/** Text, links, limit flags and bookkeeping. */
	BOOKKEEPING("bookkeeping"),
	/** Not known to the feature set of this mission. */
	UNKNOWN("not part of the feature set");

	private final String reason;

	ColumnRole(String reason) {
		this.reason = reason;
	}

	/** Whether it holds numbers that features are made of. */
	public boolean measured() {
		return this == FEATURE || this == UNCERTAINTY;
	}

	/** The reason shown in the column report. */
	public String reason() {
		return this.reason;
	}

}
