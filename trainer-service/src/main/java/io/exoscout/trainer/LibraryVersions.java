package io.exoscout.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.model.Algorithm;
import io.exoscout.model.ProgramVersion;
import ml.dmlc.xgboost4j.java.XGBoost;

/** The versions of what made a model. */
public final class LibraryVersions {

	private LibraryVersions() {
	}

	public static Map<String, String> of(Algorithm algorithm) {
		Map<String, String> versions = new TreeMap<>();
		versions.put("exoscout", ProgramVersion.current().version());
		versions.put("commit", ProgramVersion.current().commit());
		if (algorithm == Algorithm.XGBOOST || algorithm == Algorithm.ENSEMBLE) {
			versions.put("xgboost", xgboost());
		}
		return versions;
	}

	private static String xgboost() {
		try (InputStream properties = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
			if (properties == null) {
				return "unknown";
			}
			String text = new String(properties.readAllBytes(), StandardCharsets.UTF_8).trim();
			return text.substring(text.indexOf('=') + 1).trim();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
