package io.exoscout.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.ArchivePage;
import io.exoscout.archive.Mission;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where a planet that nobody entered by hand comes from.
 *
 * @param table the archive's name of the table
 * @param sha256 hex digest of the table that first said what is said of it now
 * @param downloaded when the archive made that table, as its comments say; no time zone
 * is given
 * @param importedAt when it was taken from there
 * @param link the archive's page about the planet, where one planet is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Provenance(String table, String sha256, @Nullable String downloaded, Instant importedAt, @Nullable String link) {

	/** The archive's table of confirmed planets. */
	static final String TABLE = "pscomppars";

	/** As exact as a database keeps it. */
	static Provenance of(String sha256, @Nullable String downloaded, Instant now) {
		return new Provenance(TABLE, sha256, downloaded, now.truncatedTo(ChronoUnit.MILLIS), null);
	}

	Document document() {
		return new Document("table", this.table).append("sha256", this.sha256)
			.append("downloaded", this.downloaded)
			.append("imported_at", Date.from(this.importedAt));
	}

	static @Nullable Provenance of(@Nullable Document document) {
		return (document == null) ? null : new Provenance(document.getString("table"), document.getString("sha256"),
				document.getString("downloaded"), document.getDate("imported_at").toInstant(), null);
	}

	/** The same with the archive's page about a planet, whose names it writes as K2's. */
	Provenance linked(String planet) {
		return new Provenance(this.table, this.sha256, this.downloaded, this.importedAt,
				ArchivePage.overview(Mission.K2, planet));
	}

}
