package dev.parley.web.security;

import dev.parley.application.access.RecogniseApiKey;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.rate.Buckets;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The filter chain of OpenAI's hosted API: everything below {@code /v1} needs an API key, and nothing else does. */
@Configuration(proxyBeanMethods = false)
class HostedSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain hostedChain(
            HttpSecurity http,
            RecogniseApiKey recogniseKey,
            ApiKeyErrors refusals,
            BodyBudget bodies,
            Buckets buckets) {
        BearerSecrets keys = new BearerSecrets(recogniseKey::recognise);
        return ApiSecurity.stateless(http.securityMatcher("/v1/**"))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(refusals))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerHeader())
                        .authenticationManagerResolver(request -> keys)
                        .authenticationEntryPoint(refusals))
                .addFilterBefore(new KeyRate(buckets), AuthorizationFilter.class)
                .addFilterAfter(new BodyAccounting(bodies, request -> Optional.empty()), AuthorizationFilter.class)
                .build();
    }
}
