package io.exoscout.header;

import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.ColumnRole;
import io.exoscout.archive.Mission;

/** How much a list of words looks like the header of a table that is vetted here. */
public final class KnownNames {

	/** So many are looked at; the widest of the archive's tables has 153. */
	private static final int LOOKED_AT = 300;

	private KnownNames() {
	}

	/** How many of the words name columns, by the archive's names or others for them. */
	public static long count(List<String> words) {
		List<String> some = words.subList(0, Math.min(words.size(), LOOKED_AT));
		return ColumnNames.of(some).names().stream().filter(KnownNames::known).count();
	}

	private static boolean known(String name) {
		return !name.isEmpty() && Arrays.stream(Mission.values())
			.anyMatch((mission) -> ArchiveColumns.role(mission, name) != ColumnRole.UNKNOWN);
	}

}
