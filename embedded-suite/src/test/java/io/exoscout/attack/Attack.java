package io.exoscout.attack;

/**
 * A request that nobody sends in good faith.
 *
 * @param kind what it tries, as the report has it
 * @param what which one of its kind it is
 * @param request all bytes that are sent
 * @param answer what may come back
 */
public record Attack(String kind, String what, byte[] request, Expected answer) {

	/** What may come back. */
	public enum Expected {

		/** A refusal with its reason, or a connection that is closed. */
		REFUSAL,

		/** The same, or an answer that is none the worse for what was sent. */
		ANYTHING_HARMLESS

	}

	@Override
	public String toString() {
		return this.kind + ": " + this.what;
	}

}
