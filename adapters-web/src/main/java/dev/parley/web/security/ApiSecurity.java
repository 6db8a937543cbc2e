package dev.parley.web.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The filter chain: what is open is listed, and everything else needs a token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String[] DESCRIPTION = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
    };
    private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**"};
    private static final String[] SIGN_IN = {"/api/v1/auth/register", "/api/v1/auth/login"};

    @Bean
    SecurityFilterChain chain(HttpSecurity http, JwtDecoder decoder, SecurityRefusals refusals, RequestLimits limits) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, SIGN_IN)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, DESCRIPTION)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, HEALTH)
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasAuthority("SCOPE_parley.admin")
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .addFilterAfter(new UserRate(limits), AuthorizationFilter.class)
                .build();
    }
}
