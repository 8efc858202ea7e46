package io.exoscout.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.caller.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That somebody changed something, or tried to.
 *
 * @param id sorts by time
 * @param time when it was answered, to the millisecond
 * @param caller who it was, as keys and tokens name them; {@code null} where nobody has
 * to say
 * @param role how much he might do then
 * @param address where the request came from
 * @param method what was to be done
 * @param path to what, as it was sent, without a query
 * @param route the same as the API documents write it; {@code null} if it is none of
 * theirs
 * @param target where what was made is, or the name of what was meant, if it is not in
 * the path
 * @param status of the answer
 * @param code what was wrong, as in problems
 */
@Document(DeedRecords.COLLECTION)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeedRecord(@Id String id, Instant time, @Nullable String caller,
		@Schema(implementation = Role.class) String role, String address, String method, String path,
		@Nullable String route, @Nullable String target, int status, @Nullable String code) {

	public DeedRecord {
		time = time.truncatedTo(ChronoUnit.MILLIS);
	}

}
