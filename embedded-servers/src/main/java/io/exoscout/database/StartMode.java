package io.exoscout.database;

import org.springframework.core.env.PropertyResolver;

/** What to do with a data directory whose database is not what it was. */
public enum StartMode {

	/** Refuse. */
	CAREFUL,
	/** Set it aside and begin anew, as somebody has said. */
	ANEW,
	/** Take what can be read of it, as somebody has said. */
	AS_IT_IS,
	/** Make one where there is none: a backup is about to be restored into it. */
	FOR_A_BACKUP;

	/** What the settings of a start say. */
	public static StartMode of(PropertyResolver settings) {
		if (isSet(settings, "exoscout.begin-anew", "exoscout.beginanew")) {
			return ANEW;
		}
		return isSet(settings, "exoscout.database.as-it-is", "exoscout.database.asitis") ? AS_IT_IS : CAREFUL;
	}

	/** There is no Spring yet that would know how environment variables are written. */
	private static boolean isSet(PropertyResolver settings, String name, String variable) {
		return settings.getProperty(name, Boolean.class, settings.getProperty(variable, Boolean.class, false));
	}

}
