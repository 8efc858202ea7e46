package io.exoscout.jobs.verdict;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.archive.Mission;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a person makes of an object, whatever becomes of the jobs that have it.
 *
 * @param key mission and object in one
 * @param mission whose object it is
 * @param object its name as the archive spells it
 * @param verdict what it is taken for; {@code null} if nothing was said
 * @param note in the person's own words; {@code null} if there is none
 * @param tags words to find it by
 * @param createdAt when something was first said of it
 * @param changedAt when something was last said of it
 * @param owner the caller who said it first; {@code null} where nobody was asked who he
 * is
 * @param revision another one after each change, so that whoever changes it can say what
 * he has seen
 */
@Document(OwnVerdicts.COLLECTION)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnVerdict(@JsonIgnore @Id String key, Mission mission, String object, @Nullable Opinion verdict,
		@Nullable String note, List<String> tags, Instant createdAt, Instant changedAt, @Nullable String owner,
		@JsonIgnore String revision) {
}
