package io.exoscout.web;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has tests wait for a minute, unless they say for how long: on a machine that has other
 * things to do, what takes a moment may take many. Found by JUnit in every module that
 * has the tests of this one on its path.
 */
public final class PatientWaiting implements BeforeAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
	}

}
