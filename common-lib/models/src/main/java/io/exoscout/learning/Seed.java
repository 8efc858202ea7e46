package io.exoscout.learning;

import java.util.SplittableRandom;

/**
 * Where a piece of randomness starts. Every fold and every tree has its own seed, derived
 * from the job's: what is random does not depend on who computes it, or when.
 *
 * @param value the seed
 */
public record Seed(long value) {

	/** The seed of a part, e.g. of a tree within a forest. */
	public Seed at(long part) {
		long mixed = this.value + 0x9E3779B97F4A7C15L * (part + 1);
		mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return new Seed(mixed ^ (mixed >>> 31));
	}

	public SplittableRandom random() {
		return new SplittableRandom(this.value);
	}

	/** The seed for libraries that take no more than 31 bits. */
	public int toInt() {
		return (int) (at(0).value >>> 33);
	}

}
