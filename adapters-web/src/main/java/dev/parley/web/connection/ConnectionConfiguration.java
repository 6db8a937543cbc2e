package dev.parley.web.connection;

import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.AbstractHttp11Protocol;
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
            tomcat.addConnectorCustomizers(connector -> invitesReadBodies(connector.getProtocolHandler()));
            if (!isConfigured) {
                tomcat.addConnectorCustomizers(
                        connector -> bound((AbstractProtocol<?>) connector.getProtocolHandler()));
            }
        };
    }

    /** A client that waits to hear whether to send its body is not invited to before somebody wants it. */
    private static void invitesReadBodies(ProtocolHandler protocol) {
        if (protocol instanceof AbstractHttp11Protocol<?> http) {
            http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        }
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
