package io.exoscout.s3;

/** A server of the S3 protocol is there and says no, which no waiting changes. */
public class S3Refused extends RuntimeException {

	/** A refusal to go on, in one line for operators: what was said and what to do. */
	S3Refused(String reason, Throwable cause) {
		super(reason, cause);
	}

}
