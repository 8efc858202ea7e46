package io.exoscout.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.forecast.collection.FieldPath;
import io.exoscout.forecast.collection.Members;
import io.exoscout.forecast.collection.PointFields;
import io.exoscout.series.SeriesOptions;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to model, and how.
 *
 * @param collectionName the collection with the points
 * @param windowSize how many values a forecast looks at
 * @param epochs how many steps the old neuron goes down, where it is asked for
 * @param valueField where documents have their value; dots lead into documents within
 * @param timestampField where they have their time
 * @param groupBy what tells several series apart, such as a sensor or a star; one model
 * is made for each
 * @param season how many steps a season has, such as 24 for hours of days
 * @param horizon how many steps ahead forecasts are to go
 * @param limit only so many points, the newest
 * @param solver {@code ridge} chooses the best of several ways; {@code gd} is the neuron
 * of the old backend, by gradient descent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainRequest(@Nullable String collectionName,
		@Schema(implementation = Integer.class, minimum = "1", maximum = "150",
				defaultValue = "10") @Nullable Double windowSize,
		@Schema(implementation = Integer.class, minimum = "1", maximum = "10000",
				defaultValue = "100") @Nullable Double epochs,
		@Schema(defaultValue = "value") @Nullable String valueField,
		@Schema(defaultValue = "timestamp") @Nullable String timestampField, @Nullable String groupBy,
		@Schema(implementation = Integer.class, minimum = "2", maximum = "10000") @Nullable Double season,
		@Schema(implementation = Integer.class, minimum = "1", maximum = "100",
				defaultValue = "1") @Nullable Double horizon,
		@Schema(implementation = Integer.class, minimum = "1") @Nullable Double limit, @Schema(allowableValues = {
				"ridge", "gd" }, defaultValue = "ridge") @Nullable String solver){

	private static final int WINDOW = 10;

	private static final int EPOCHS = 100;

	private static final int MOST_EPOCHS = 10_000;

	private static final int MOST_SEASON = 10_000;

	static final int MOST_HORIZON = 100;

	/** All but what says how to fit. */
	PointFields fields() {
		return new PointFields(FieldPath.of("value_field", (this.valueField != null) ? this.valueField : "value"),
				FieldPath.of("timestamp_field", (this.timestampField != null) ? this.timestampField : "timestamp"),
				(this.groupBy != null) ? FieldPath.of("group_by", this.groupBy) : null);
	}

	SeriesOptions options() {
		if (this.solver != null && !this.solver.equals("ridge") && !this.solver.equals("gd")) {
			throw Members.refused("solver",
					"Field 'solver' is neither ridge, which chooses the best of several ways, nor gd, the old neuron.");
		}
		return new SeriesOptions(Members.between("window_size", this.windowSize, WINDOW, 1, SeriesOptions.MOST_WINDOW),
				Members.between("season", this.season, 0, 2, MOST_SEASON),
				Members.between("horizon", this.horizon, 1, 1, MOST_HORIZON), "gd".equals(this.solver),
				Members.between("epochs", this.epochs, EPOCHS, 1, MOST_EPOCHS));
	}

	@Nullable Integer newest(int most) {
		return (this.limit != null) ? Members.between("limit", this.limit, most, 1, most) : null;
	}

}
