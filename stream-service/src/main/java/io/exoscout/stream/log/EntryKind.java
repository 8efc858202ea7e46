package io.exoscout.stream.log;

/** What the entries of a batch are. */
public enum EntryKind {

	/** Rows with the columns that the definition of the stream names. */
	EVENTS,
	/** What came of events: their id, the label, and when it became known. */
	LABELS

}
