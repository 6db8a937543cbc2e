package dev.parley.web.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The filter chain: what is open is listed, and everything else needs a token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String[] DESCRIPTION = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
    };
    private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**"};
    private static final String[] SIGN_IN = {"/api/v1/auth/register", "/api/v1/auth/login"};

    /** Spring Security's own check of header values, without its regular expression for each value that is read. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> value.codePoints().noneMatch(ApiSecurity::isForbidden));
        return firewall;
    }

    /** A span and a timer for each filter of the chain cost more than all that a request does here. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, JwtDecoder decoder, SecurityRefusals refusals, RequestLimits limits) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
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
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerHeader())
                        .jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .addFilterAfter(new UserRate(limits), AuthorizationFilter.class)
                .build();
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || !Character.isDefined(codePoint);
    }
}
