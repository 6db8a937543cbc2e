package dev.parley.web.request;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** What happens to each request before it goes anywhere. */
@Configuration(proxyBeanMethods = false)
class RequestFilters {

    /** Anybody can send forwarded headers, so nothing may read them. */
    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> withoutForwardedHeaders() {
        ForwardedHeaderFilter filter = new ForwardedHeaderFilter();
        filter.setRemoveOnly(true);
        FilterRegistrationBean<ForwardedHeaderFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 12);
        return registration;
    }
}
