package dev.parley.bootstrap.wiring;

import dev.parley.application.account.AccessTokens;
import dev.parley.application.account.PasswordHasher;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.bootstrap.settings.SigningSecret;
import dev.parley.web.security.BcryptPasswordHasher;
import dev.parley.web.security.HmacAccessTokens;
import dev.parley.web.security.TokenDecoders;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    JwtDecoder jwtDecoder(Settings settings, ObjectProvider<SigningSecret> secret) {
        String issuer = settings.auth().issuerUri();
        return issuer == null ? TokenDecoders.sharedSecret(secret.getObject().bytes()) : TokenDecoders.issuer(issuer);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("parley.auth.local-accounts")
    static class LocalAccounts {

        @Bean
        PasswordHasher passwordHasher() {
            return new BcryptPasswordHasher();
        }

        @Bean
        AccessTokens accessTokens(SigningSecret secret, InstantSource clock) {
            return new HmacAccessTokens(secret.bytes(), clock);
        }
    }
}
