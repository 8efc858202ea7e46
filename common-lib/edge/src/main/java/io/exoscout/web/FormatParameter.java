package io.exoscout.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/** Describes the parameter that {@link WantedFormat#of} reads. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(schema = @Schema(allowableValues = { "json", "ndjson", "csv" }),
		description = "json, ndjson or csv; wins over Accept, and csv and ndjson come as a file")
public @interface FormatParameter {

}
