package io.exoscout.folding;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonKey;
import com.fasterxml.jackson.annotation.JsonValue;

/** What became of something that came to a stream. Each is counted. */
public enum StreamFate {

	/** An event was predicted, its label came with it, and it was learned from. */
	LEARNED,
	/** An event was predicted and its label is awaited. */
	AWAITED,
	/** An event was predicted; it came without the label it should have brought. */
	UNLABELLED,
	/** An event with a gap that drops it, or with too little for the model. */
	INCOMPLETE,
	/** An event from before the watermark: not used. */
	LATE,
	/** An event that says it happened more than a day after it came: not used. */
	FUTURE,
	/** The same event once more: not used. */
	DUPLICATE,
	/** Another event under an id that was used before: not used. */
	REUSED_ID,
	/** An event of one key more than are told apart: not used. */
	TOO_MANY_KEYS,
	/** What could not be read. */
	UNDECODABLE,
	/** A label came, its prediction was judged, and it was learned from. */
	LABELLED,
	/** A label came before its event, and is kept for it. */
	EARLY_LABEL,
	/** The same label once more. */
	REPEATED_LABEL,
	/** Another label for an event, or label, that had one: the first stays. */
	CONTRADICTING_LABEL,
	/** A label came after its timeout: not used. */
	LATE_LABEL,
	/** A label of an event that was predicted for nobody to judge, being incomplete. */
	UNUSED_LABEL,
	/** No label came for an event before its timeout. */
	EXPIRED,
	/** No event came for a label before its timeout. */
	ORPHANED_LABEL,
	/**
	 * An event whose label was awaited, or an early label, had to go for want of room.
	 */
	GIVEN_UP,
	/** It was there before, under its number in the log: nothing was done. */
	SEEN;

	/** The word for it, e.g. {@code reused_id}. */
	@JsonKey
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
