package io.exoscout.neighbour;

/** An order in which objects are looked up. */
enum LookupOrder {

	/** By period, in days. */
	PERIOD,
	/** By the name of the star. */
	STAR,
	/** By the field of the sky. */
	SKY;

	/** A number by which objects come into this order, but for a few. */
	int key(Neighbour object) {
		return switch (this) {
			// of positive numbers the bits have their order
			case PERIOD -> Float.floatToIntBits(object.period());
			case STAR -> (int) (object.star() >> Integer.SIZE);
			case SKY -> Sky.number(object.field());
		};
	}

}
