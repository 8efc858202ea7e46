package io.exoscout.searcher;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the machine a search uses.
 *
 * @param threads how many threads a search uses; 0 for one per processor
 * @param searches how many searches go on at once; 0 for two where there are two
 * processors or more. However many, their curves have two million points in all at most.
 */
@Validated
@ConfigurationProperties("exoscout.transits")
record TransitSettings(@Min(0) @DefaultValue("0") int threads, @Min(0) @Max(16) @DefaultValue("0") int searches) {

	int searchesOrTwo() {
		return (this.searches > 0) ? this.searches : Math.min(2, Runtime.getRuntime().availableProcessors());
	}

	int threadsOrProcessors() {
		return (this.threads > 0) ? this.threads : Runtime.getRuntime().availableProcessors();
	}

}
