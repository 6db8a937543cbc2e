package dev.parley.web.connection;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Bounds the connections of the server by its heap. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    private static final String MAXIMUM = "server.tomcat.max-connections";

    /** The heap for each connection, of which one that sends slowly needs at most half. */
    private static final long BYTES_OF_CONNECTION = 256 * 1024;

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
        int maximum = maximum();
        protocol.setMaxConnections(maximum);
        protocol.setProcessorCache(maximum);
    }

    private static int maximum() {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / BYTES_OF_CONNECTION));
    }
}
