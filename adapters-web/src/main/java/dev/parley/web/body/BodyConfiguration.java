package dev.parley.web.body;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with bodies before and after everything else. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    private static final Duration SIGN_IN_BODY_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration UNREAD_BODY_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies() {
        return tomcat -> tomcat.addEngineValves(new UnreadBodyValve(UNREAD_BODY_TIMEOUT));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesOfSignIns() {
        return tomcat -> tomcat.addContextValves(new SignInBodyValve(SIGN_IN_BODY_TIMEOUT));
    }
}
