package io.exoscout.jobs.search;

import java.time.Clock;

import io.exoscout.dataset.Datasets;
import io.exoscout.job.Jobs;
import io.exoscout.jobs.verdict.OwnVerdicts;
import io.exoscout.model.ModelStore;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The search for objects in all jobs, over the stores of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
public class SearchConfiguration {

	@Bean
	ObjectIndex objectIndex(Jobs jobs, ModelStore models, Datasets datasets, SearchSettings settings) {
		return new ObjectIndex(jobs, models, datasets, settings.memory().toBytes());
	}

	@Bean
	NewlyCompleted newlyCompleted(Jobs jobs, ObjectIndex index, SearchSettings settings) {
		return new NewlyCompleted(jobs, index, settings.look(), Clock.systemUTC());
	}

	@Bean
	SearchController searchController(ObjectIndex index, OwnVerdicts verdicts) {
		return new SearchController(new ObjectSearch(index, verdicts));
	}

}
