package io.exoscout.store;

import java.time.Instant;

/**
 * What a sweep may touch.
 *
 * @param before only what is older is looked at
 * @param purgeBefore what was set aside earlier is removed for good
 * @param share which share of all is never too much to set aside at once, from 0 to 1
 * @param count how many are never too many, whatever their share
 */
public record BlobSweepRules(Instant before, Instant purgeBefore, double share, long count) {

	/**
	 * Whether so many can not be leftovers: rather the documents that name them are gone.
	 * @param unneeded how many nobody points at
	 * @param all how many there are
	 */
	public boolean tooMany(long unneeded, long all) {
		return unneeded > this.count && unneeded > this.share * all;
	}

}
