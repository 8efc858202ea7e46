package io.exoscout.predictor.shelf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/** Documents the parameter by which something comes as data or as a page. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = "the form of the answer, before the header Accept",
		schema = @Schema(allowableValues = { "json", "html" }))
@interface PageParameter {

}
