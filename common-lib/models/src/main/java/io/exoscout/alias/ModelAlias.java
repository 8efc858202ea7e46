package io.exoscout.alias;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A name that stands for one model, until somebody moves it.
 *
 * @param alias the name
 * @param modelId the model it points at
 * @param movedAt when it was made, or last moved
 * @param previousModelId the model it pointed at before; {@code null} if there was none
 * @param owner the caller who made it; {@code null} where nobody was asked who he is
 * @param revision another one after each move, so that whoever moves it can say what he
 * has seen
 */
@Document(ModelAliases.COLLECTION)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelAlias(@Id String alias, String modelId, Instant movedAt, @Nullable String previousModelId,
		@Nullable String owner, @JsonIgnore String revision) {
}
