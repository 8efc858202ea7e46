package io.exoscout.web;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may carry.
 *
 * @param maxSize largest table, in a form or as it is, compressed or not; takes the place
 * of {@code spring.servlet.multipart.*}, which is not looked at
 * @param maxBodySize largest body that is no upload, such as JSON; never more than a 64th
 * of the heap, which is also what all such bodies may have at once
 * @param directory where uploads are kept while they are read; made if it is missing
 */
@ConfigurationProperties("exoscout.upload")
public record UploadSettings(@DefaultValue("256MB") DataSize maxSize, @DefaultValue("10MB") DataSize maxBodySize,
		Path directory) {
}
