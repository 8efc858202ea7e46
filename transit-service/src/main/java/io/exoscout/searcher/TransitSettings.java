package io.exoscout.searcher;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the machine a search uses.
 *
 * @param threads how many threads a search uses; 0 for one per processor
 */
@Validated
@ConfigurationProperties("exoscout.transits")
record TransitSettings(@Min(0) @DefaultValue("0") int threads) {

	int threadsOrProcessors() {
		return (this.threads > 0) ? this.threads : Runtime.getRuntime().availableProcessors();
	}

}
