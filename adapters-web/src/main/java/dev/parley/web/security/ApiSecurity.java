package dev.parley.web.security;

import dev.parley.application.access.AdmitClient;
import dev.parley.application.attachment.FindAttachmentOwner;
import dev.parley.domain.shared.Failure;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.RequestLimits;
import dev.parley.web.rate.SignInRate;
import dev.parley.web.rate.SignInRateFilter;
import dev.parley.web.token.TokenAccounts;
import dev.parley.web.token.TokenUsers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.DefaultRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.CorsFilter;

/** The filter chain: what is open is listed, and everything else needs a token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String[] DESCRIPTION = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
    };
    private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**"};
    private static final String[] HOME = {"/", "/favicon.ico"};
    private static final RequestMatcher IS_HEALTH = new OrRequestMatcher(Arrays.stream(HEALTH)
            .map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());
    private static final RequestMatcher IS_ACTUATOR =
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/**");
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("parley", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    private static final String[] CHAT = {"/api/v1/chatkit", "/api/v1/chatkit/**"};
    private static final String DIRECT_UPLOAD = "/api/v1/attachments";
    private static final String[] SIGN_IN = {
        "/api/v1/auth/register", "/api/v1/auth/login", "/api/v1/auth/password/reset"
    };

    private static final RequestMatcher ATTEMPTS = new OrRequestMatcher(Arrays.stream(SIGN_IN)
            .map(path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
            .toList());

    /**
     * Spring Security's own check of header values, without its regular expression for each value that is read. Methods are
     * the addresses' to refuse: they know which ones they take.
     */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(value -> value.codePoints().noneMatch(ApiSecurity::isForbidden));
        return firewall;
    }

    /** What the firewall rejects is refused where all is that filters throw. */
    @Bean
    RequestRejectedHandler rethrowing() {
        return new DefaultRequestRejectedHandler();
    }

    /** Ahead of the limit of bodies and of all else that refuses, or the page could not read why. */
    @Bean
    FilterRegistrationBean<CorsFilter> otherOriginsFilter(CorsSupport otherOrigins) {
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(otherOrigins.filter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }

    /** A span and a timer for each filter of the chain cost more than all that a request does here. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            JwtDecoder decoder,
            TokenAccounts accounts,
            AdmitClient admitClient,
            SignedAddresses addresses,
            SecurityErrors refusals,
            RequestLimits limits,
            Buckets buckets,
            BodyBudget bodies,
            FindAttachmentOwner findOwner,
            ObjectProvider<SignInRate> signInRate) {
        AttachmentOwners owners = new AttachmentOwners(findOwner);
        TokenUsers users = new TokenUsers(accounts, Caller::isAdministrator);
        AuthenticationManager bearers = usersAndClients(decoder, users, admitClient);
        AuthenticationManager operators = usersAndClients(decoder, users::operator, admitClient);
        return stateless(http)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, SIGN_IN)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, DESCRIPTION)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, HOME)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, HOME)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, DESCRIPTION)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, HEALTH)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, HEALTH)
                                .permitAll()
                                .requestMatchers(SignedAddressFilter::isSigned)
                                .permitAll()
                                .requestMatchers("/actuator/**", "/api/v1/admin/**")
                                .hasAuthority(Caller.ADMINISTRATOR)
                                .requestMatchers(CHAT)
                                .authenticated()
                                .requestMatchers(HttpMethod.POST, DIRECT_UPLOAD)
                                .authenticated()
                                .anyRequest()
                                .access(ApiSecurity::isUser))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerHeader())
                        .authenticationManagerResolver(request -> {
                            if (isHealth(request)) {
                                return administrators(operators);
                            }
                            return IS_ACTUATOR.matches(request) ? operators : bearers;
                        })
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .addFilterBefore(
                        new SignInRateFilter(ATTEMPTS, signInRate.getIfAvailable()),
                        BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new SignedAddressFilter(addresses), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new UserRate(limits, buckets), AuthorizationFilter.class)
                .addFilterAfter(new SignedAddressRate(limits, buckets, owners::of), UserRate.class)
                .addFilterAfter(new BodyAccounting(bodies, owners::of), SignedAddressRate.class)
                .build();
    }

    /** A request stands for itself: nothing of it is kept for the next one. */
    static HttpSecurity stateless(HttpSecurity http) {
        return http.headers(headers -> headers.addHeaderWriter(new SafeHeaders()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()));
    }

    /** A token's prefix tells of which kind it is. */
    private static AuthenticationManager usersAndClients(
            JwtDecoder decoder, Converter<Jwt, AbstractAuthenticationToken> users, AdmitClient admitClient) {
        JwtAuthenticationProvider tokens = new JwtAuthenticationProvider(decoder);
        tokens.setJwtAuthenticationConverter(users);
        AuthenticationManager clients = new BearerSecrets(admitClient::admit);
        AuthenticationManager manager = new ProviderManager(tokens);
        return bearer -> (BearerSecrets.secretOf(bearer).isOfClient() ? clients : manager).authenticate(bearer);
    }

    /** Clients may chat, with files, and nothing else; all else is for users themselves. */
    private static AuthorizationResult isUser(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext request) {
        return new AuthorizationDecision(caller.get() instanceof JwtAuthenticationToken);
    }

    /** Health is told to everybody, so a token that is not good, or cannot be checked now, is none. */
    private static AuthenticationManager administrators(AuthenticationManager bearers) {
        return bearer -> {
            if (BearerSecrets.secretOf(bearer).isOfClient()) {
                return NOBODY;
            }
            try {
                Authentication known = bearers.authenticate(bearer);
                return Caller.isAdministrator(known) ? known : NOBODY;
            } catch (AuthenticationException | Failure e) {
                return NOBODY;
            }
        };
    }

    private static boolean isHealth(HttpServletRequest request) {
        return IS_HEALTH.matches(request);
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || !Character.isDefined(codePoint);
    }
}
