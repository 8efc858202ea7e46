package io.exoscout.lightcurve.file;

import java.io.IOException;
import java.io.InputStream;

/** A file that was sent: its bytes can be read more than once. */
public interface CurveSource {

	/** The name of the file, for people. */
	String name();

	/** Its bytes as they were sent, from the first on. */
	InputStream open() throws IOException;

}
