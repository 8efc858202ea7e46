package io.exoscout.catalog;

import java.time.Duration;

import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.validation.annotation.Validated;

/**
 * How much the catalogue takes.
 *
 * @param most how many planets it may hold, those of the archive and of people together;
 * the archive has some thousands
 * @param patience how long an import waits for another one to end before it is refused
 */
@Validated
@ConfigurationProperties("exoscout.catalog")
record CatalogLimits(@DefaultValue("100000") @Min(1) long most,
		@DefaultValue("30s") @DurationMin(seconds = 0) Duration patience) {

	/** How many planets more there may be; those who save at one moment may go beyond. */
	long room(MongoOperations mongo) {
		return Math.max(0, this.most - mongo.estimatedCount(Planets.COLLECTION));
	}

	/**
	 * Refuses more planets than there is ever room for.
	 * @throws ProblemException {@code CONFLICT} (code {@code too_many_planets})
	 */
	void requireHolds(long planets) {
		if (planets > this.most) {
			throw new ProblemException(ErrorCode.TOO_MANY_PLANETS,
					"There is room for %,d planets in all, and the table has more; send fewer, or raise exoscout.catalog.most"
						.formatted(this.most));
		}
	}

	/**
	 * Refuses what there is no room for.
	 * @throws ProblemException {@code CONFLICT} (code {@code too_many_planets})
	 */
	void requireRoom(MongoOperations mongo, long more) {
		long room = room(mongo);
		if (more > room) {
			throw new ProblemException(ErrorCode.TOO_MANY_PLANETS,
					"There is room for %,d planets more, not for %,d, of %,d in all; delete some, or raise exoscout.catalog.most"
						.formatted(room, more, this.most));
		}
	}

}
