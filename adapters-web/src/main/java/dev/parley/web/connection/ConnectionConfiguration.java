package dev.parley.web.connection;

import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Bounds the connections of the server. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ConnectionConfiguration.class);
    private static final String MAXIMUM = "server.tomcat.max-connections";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> watchedConnections(Environment environment) {
        boolean isConfigured = environment.containsProperty(MAXIMUM);
        return tomcat -> {
            tomcat.setProtocol(BoundedProtocol.class.getName());
            tomcat.addEngineValves(new ClientConnectionValve());
            if (!isConfigured) {
                tomcat.addConnectorCustomizers(
                        connector -> bound((AbstractProtocol<?>) connector.getProtocolHandler()));
            }
        };
    }

    /**
     * Processors are used again and not made anew for each of many connections: those of a flood grow old while they wait,
     * and are garbage that only a full collection removes.
     */
    private static void bound(AbstractProtocol<?> protocol) {
        ConnectionMaximum maximum = ConnectionMaximum.ofThisProcess();
        if (maximum.isBoundByFiles()) {
            log.warn(
                    "At most {} connections at a time, since the process may open few files; its heap would have room for"
                            + " {}. Raise the limit of open files (ulimit -n).",
                    maximum.value(),
                    maximum.byHeap());
        }
        protocol.setMaxConnections(maximum.value());
        protocol.setProcessorCache(maximum.value());
    }
}
