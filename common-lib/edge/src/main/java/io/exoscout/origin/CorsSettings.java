package io.exoscout.origin;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other pages may call from a browser.
 *
 * @param allowedOrigins their origins, e.g. {@code https://vetting.example.org};
 * {@code *} for all
 */
@ConfigurationProperties("exoscout.cors")
public record CorsSettings(@DefaultValue("http://localhost:3000") List<String> allowedOrigins) {
}
