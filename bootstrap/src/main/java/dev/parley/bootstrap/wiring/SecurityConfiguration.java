package dev.parley.bootstrap.wiring;

import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.account.PasswordHasher;
import dev.parley.application.shared.ShareServerKey;
import dev.parley.application.signin.AccessTokens;
import dev.parley.application.signin.CheckToken;
import dev.parley.bootstrap.settings.ChatKitSettings.OnDisconnect;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.bootstrap.settings.SigningSecret;
import dev.parley.domain.account.PasswordRules;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.chatkit.ChatKitPolicy;
import dev.parley.web.http.PublicAddress;
import dev.parley.web.image.DefaultImageDomains;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.password.BcryptPasswordHasher;
import dev.parley.web.password.CommonPasswords;
import dev.parley.web.request.TrustedProxies;
import dev.parley.web.security.AllowedOrigins;
import dev.parley.web.security.HmacAccessTokens;
import dev.parley.web.security.RequesterClaims;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.security.TokenDecoders;
import dev.parley.web.token.TokenAccounts;
import dev.parley.web.token.TokenMemory;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final int KEY_BYTES = 32;

    @Bean
    AllowedOrigins allowedOrigins(Settings settings) {
        return new AllowedOrigins(settings.cors().origins());
    }

    @Bean
    BodyBudget bodyBudget() {
        return BodyBudget.ofHeap(Runtime.getRuntime().maxMemory());
    }

    @Bean
    ChatKitPolicy chatKitPolicy(Settings settings) {
        return new ChatKitPolicy(settings.chatkit().onDisconnect() == OnDisconnect.CANCEL);
    }

    @Bean
    RequesterClaims requesterClaims(Settings settings) {
        return new RequesterClaims(settings.auth().claims());
    }

    @Bean
    ImageDomains imageDomains(Settings settings, PublicAddress server) {
        return new DefaultImageDomains(settings.chatkit().imageDomains(), server);
    }

    @Bean
    TokenAccounts tokenAccounts(IdentifyAccount identifyAccount, InstantSource clock) {
        return new TokenAccounts(identifyAccount, clock);
    }

    @Bean
    TokenMemory tokenMemory(CheckToken checkToken, TokenAccounts accounts, InstantSource clock) {
        return new TokenMemory(checkToken, accounts, clock);
    }

    @Bean
    JwtDecoder jwtDecoder(
            Settings settings, ObjectProvider<SigningSecret> secret, InstantSource clock, TokenMemory memory) {
        Settings.Auth auth = settings.auth();
        String issuer = auth.issuerUri();
        return issuer == null
                ? TokenDecoders.sharedSecret(secret.getObject().bytes(), auth.tolerance(), clock, memory)
                : TokenDecoders.issuer(issuer, auth.audiences(), auth.tolerance(), clock, memory);
    }

    @Bean
    TrustedProxies trustedProxies(Settings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    @Bean
    PublicAddress publicAddress(Settings settings) {
        return new PublicAddress(settings.publicUrl());
    }

    /** An issuer's nodes have no secret in common but what is in their database. */
    @Bean
    SignedAddresses signedAddresses(
            ObjectProvider<SigningSecret> secret, ShareServerKey shareServerKey, InstantSource clock) {
        SigningSecret configured = secret.getIfAvailable();
        byte[] bytes =
                configured == null ? shareServerKey.share("signed addresses", randomBytes()) : configured.bytes();
        return new SignedAddresses(bytes, clock);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("parley.auth.local-accounts")
    static class LocalAccounts {

        @Bean
        PasswordRules passwordRules() {
            return new PasswordRules(new CommonPasswords()::contains);
        }

        @Bean
        PasswordHasher passwordHasher() {
            return new BcryptPasswordHasher();
        }

        @Bean
        AccessTokens accessTokens(SigningSecret secret) {
            return new HmacAccessTokens(secret.bytes());
        }
    }
}
