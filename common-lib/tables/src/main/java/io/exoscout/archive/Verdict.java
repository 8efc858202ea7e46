package io.exoscout.archive;

/**
 * What the archive's label says about an object; undecided objects are never trained on
 * as planet or not.
 */
public enum Verdict {

	PLANET, NOT_PLANET, UNDECIDED

}
