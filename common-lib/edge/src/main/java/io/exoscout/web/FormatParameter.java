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
@Parameter(schema = @Schema(allowableValues = { "json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac" }),
		description = "json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file")
public @interface FormatParameter {

}
