package io.exoscout.engine.parts;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the processes of Flink are, for all of them alike.
 *
 * @param jobmanager host of the JobManager, as everybody else reaches it
 * @param rpcPort where the JobManager takes calls of TaskManagers
 * @param blobPort where it gives them what belongs to a job
 * @param restPort where it takes jobs from the service
 * @param taskPort where a TaskManager takes calls; 0 for any
 * @param dataPort where TaskManagers send each other data; 0 for any
 * @param bind the address on which a process listens
 * @param host the address by which others reach a TaskManager; left out, the one from
 * which it reaches the JobManager
 * @param slots how many streams a TaskManager folds at once
 * @param checkpoints directory that the service and all processes share, under one name;
 * left out, {@code streams/checkpoints} in the data directory
 * @param silence after how long without a sign of life a process counts as dead
 */
@Validated
@ConfigurationProperties("exoscout.streams.cluster")
public record ClusterSettings(@DefaultValue("localhost") @NotBlank String jobmanager,
		@DefaultValue("6123") @Min(1) @Max(65535) int rpcPort, @DefaultValue("6124") @Min(1) @Max(65535) int blobPort,
		@DefaultValue("8081") @Min(1) @Max(65535) int restPort, @DefaultValue("6122") @Min(0) @Max(65535) int taskPort,
		@DefaultValue("6121") @Min(0) @Max(65535) int dataPort, @DefaultValue("0.0.0.0") @NotBlank String bind,
		@Nullable String host, @DefaultValue("8") @Min(1) @Max(1000) int slots, @Nullable Path checkpoints,
		@DefaultValue("6s") @DurationMin(seconds = 3) Duration silence) {
}
