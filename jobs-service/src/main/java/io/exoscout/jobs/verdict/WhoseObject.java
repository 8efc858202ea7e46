package io.exoscout.jobs.verdict;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.exoscout.archive.Mission;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/** Describes the mission of an object. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = "whose object it is; not needed with a KOI, a TOI, or a name of EPIC or K2",
		schema = @Schema(implementation = Mission.class))
@interface WhoseObject {

}
