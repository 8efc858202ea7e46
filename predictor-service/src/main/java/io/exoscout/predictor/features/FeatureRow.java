package io.exoscout.predictor.features;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.objects.ObjectRow;
import org.jspecify.annotations.Nullable;

/**
 * One object as a model sees it.
 *
 * @param row 1-based data row it stands in
 * @param object its name, if the table names objects
 * @param values one for each feature, as exact as the model has it; {@code null} where it
 * is missing
 */
public record FeatureRow(long row, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String object,
		List<@Nullable Float> values) {

	static FeatureRow of(ObjectRow vector) {
		List<@Nullable Float> values = new ArrayList<>();
		for (float value : vector.values()) {
			values.add(Float.isNaN(value) ? null : value);
		}
		return new FeatureRow(vector.row(), vector.object().isEmpty() ? null : vector.object(), values);
	}

}
