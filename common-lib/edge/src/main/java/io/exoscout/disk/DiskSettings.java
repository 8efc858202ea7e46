package io.exoscout.disk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When a disk counts as full.
 *
 * @param reserve what is to stay free on each disk that is written to. Tables that would
 * take of it are refused; what was accepted is worked on as long as there is room at all
 */
@ConfigurationProperties("exoscout.disk")
public record DiskSettings(@DefaultValue("100MB") DataSize reserve) {
}
