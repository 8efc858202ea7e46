package io.exoscout.online;

/** What comes to a stream, in the order of its log. */
public sealed interface StreamArrival permits StreamEvent, StreamLabel, Undecodable {

	/** Its number in the log: 1, 2, 3 and so on without a gap. */
	long seq();

	/** The line of what was sent that it stood in, from 1. */
	long line();

}
