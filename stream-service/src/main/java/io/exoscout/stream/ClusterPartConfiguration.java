package io.exoscout.stream;

import io.exoscout.engine.EngineConfiguration;
import io.exoscout.web.WebConfiguration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A process of the cluster that folds streams for the service. It answers nothing but how
 * it is.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'service'.equalsIgnoreCase('${exoscout.streams.role:service}')")
@Import({ WebConfiguration.class, FoldConfiguration.class, EngineConfiguration.class })
class ClusterPartConfiguration {

}
