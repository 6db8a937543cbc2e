package dev.parley.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.parley.web.security.TokenDecoders;
import dev.parley.web.testing.ScriptedIssuer;
import dev.parley.web.testing.TokenMemories;
import dev.parley.web.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Tokens that are well signed, of which few are for Parley. */
class AccessTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final RSAKey KEY = ScriptedIssuer.key("k1");
    private static final ScriptedIssuer ISSUER = new ScriptedIssuer(KEY);
    private static final AuthenticationManager OF_ISSUER = manager(TokenDecoders.issuer(
            ISSUER.uri(), Set.of("parley", "chat"), TOLERANCE, CLOCK, TokenMemories.withoutRevocations(CLOCK)));
    private static final AuthenticationManager OF_ANY_AUDIENCE = manager(
            TokenDecoders.issuer(ISSUER.uri(), Set.of(), TOLERANCE, CLOCK, TokenMemories.withoutRevocations(CLOCK)));
    private static final AuthenticationManager OF_SECRET = manager(TokenDecoders.sharedSecret(
            Tokens.SECRET.getBytes(StandardCharsets.UTF_8), TOLERANCE, CLOCK, TokenMemories.withoutRevocations(CLOCK)));

    private static final String HEADER = "'alg':'RS256','kid':'k1'";
    private static final String CLAIMS = "'iss':'ISSUER','sub':'ada','aud':'parley','exp':EXP";

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    /** Each line is added to a good header and good claims, and is good or the reason of a refusal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ''                                    | ''                                              | good
            ,'typ':'JWT'                          | ''                                              | good
            ,'typ':'jwt'                          | ''                                              | good
            ,'typ':'at+jwt'                       | ''                                              | good
            ,'typ':'application/AT+JWT'           | ''                                              | good
            ,'typ':'at+jwt'                       | ,'azp':'web','client_id':'web','scope':'openid' | good
            ''                                    | ,'azp':'web'                                    | good
            ''                                    | ,'token_use':'access','typ':'Bearer'            | good
            ''                                    | ,'nbf':SOON,'iat':SOON                          | good
            ,'typ':'token-introspection+jwt'      | ''                                              | typ
            ,'typ':'logout+jwt'                   | ''                                              | typ
            ,'typ':'secevent+jwt'                 | ''                                              | typ
            ,'typ':'dpop+jwt'                     | ''                                              | typ
            ,'typ':'JOSE'                         | ''                                              | typ
            ,'typ':'application/jwt'              | ''                                              | typ
            ,'typ':''                             | ''                                              | typ
            ,'typ':'at+jwt '                      | ''                                              | typ
            ''                                    | ,'nonce':'n'                                    | another kind
            ,'typ':'at+jwt'                       | ,'nonce':null                                   | another kind
            ''                                    | ,'at_hash':'h'                                  | another kind
            ''                                    | ,'c_hash':'h'                                   | another kind
            ''                                    | ,'s_hash':'h'                                   | another kind
            ''                                    | ,'token_use':'id'                               | another kind
            ''                                    | ,'token_use':5                                  | another kind
            ''                                    | ,'typ':'ID'                                     | another kind
            ''                                    | ,'typ':'Refresh'                                | another kind
            ''                                    | ,'events':{}                                    | another kind
            ''                                    | ,'token_introspection':{'active':true}          | another kind
            ''                                    | ,'azp':'parley'                                 | another kind
            ''                                    | ,'cnf':{'jkt':'x'}                              | bound
            ,'zip':'DEF'                          | ''                                              | zip
            ''                                    | ,'nbf':LATER                                    | not valid yet
            ''                                    | ,'nbf':1e30                                     | absurd
            ''                                    | ,'nbf':-1                                       | absurd
            ''                                    | ,'iat':1e300                                    | absurd
            ''                                    | ,'nbf':'5'                                      | malformed
            ''                                    | ,'iat':'soon'                                   | malformed
            ''                                    | ,'exp':9999999999                               | malformed
            ''                                    | ,'sub':'bob'                                    | malformed
            ''                                    | ,'aud':'parley'                                 | malformed
            """)
    void whatIsAddedToAGoodTokenMayMakeItAnother(String header, String claims, String outcome) {
        String token = token(HEADER + quoted(header), CLAIMS + quoted(claims));

        assertThat(reason(OF_ISSUER, token)).contains(outcome);
    }

    /** Claims of their own, with the reason why they are refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'iss':'ISSUER','sub':'ada','aud':['billing-api','chat'],'exp':EXP | good
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':EXP.5             | good
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':JUST_NOW          | good
            'iss':'ISSUER','sub':'ada','aud':'billing-api','exp':EXP          | audience
            'iss':'ISSUER','sub':'ada','aud':['billing-api'],'exp':EXP        | audience
            'iss':'ISSUER','sub':'ada','aud':[],'exp':EXP                     | audience
            'iss':'ISSUER','sub':'ada','aud':null,'exp':EXP                   | audience
            'iss':'ISSUER','sub':'ada','aud':'Parley','exp':EXP               | audience
            'iss':'ISSUER','sub':'ada','aud':'parley ','exp':EXP              | audience
            'iss':'ISSUER','sub':'ada','exp':EXP                              | audience
            'iss':'ISSUER','sub':'ada','aud':5,'exp':EXP                      | malformed
            'iss':'ISSUER','sub':'ada','aud':[5,'parley'],'exp':EXP           | malformed
            'iss':'ISSUER','sub':'ada','aud':{'parley':1},'exp':EXP           | malformed
            'iss':'ISSUER/','sub':'ada','aud':'parley','exp':EXP              | issuer
            'iss':'http://id.example','sub':'ada','aud':'parley','exp':EXP    | issuer
            'iss':'','sub':'ada','aud':'parley','exp':EXP                     | issuer
            'iss':null,'sub':'ada','aud':'parley','exp':EXP                   | issuer
            'sub':'ada','aud':'parley','exp':EXP                              | issuer
            'iss':['ISSUER'],'sub':'ada','aud':'parley','exp':EXP             | malformed
            'iss':5,'sub':'ada','aud':'parley','exp':EXP                      | malformed
            'iss':'ISSUER','sub':'ada','aud':'parley'                         | no expiry
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':null              | no expiry
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':PAST              | expired
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':0                 | expired
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':-1                | absurd
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':1e30              | absurd
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':253402300800      | absurd
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':9223372036854775807 | absurd
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':99999999999999999999 | absurd
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':'9999999999'      | malformed
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':true              | malformed
            'iss':'ISSUER','sub':'ada','aud':'parley','exp':[]                | malformed
            'iss':'ISSUER','aud':'parley','exp':EXP                           | subject
            'iss':'ISSUER','sub':null,'aud':'parley','exp':EXP                | subject
            'iss':'ISSUER','sub':'','aud':'parley','exp':EXP                  | subject
            'iss':'ISSUER','sub':' ','aud':'parley','exp':EXP                 | subject
            'iss':'ISSUER','sub':'a\\u0000','aud':'parley','exp':EXP          | subject
            'iss':'ISSUER','sub':'\\ud800','aud':'parley','exp':EXP           | subject
            'iss':'ISSUER','sub':'LONG','aud':'parley','exp':EXP              | subject
            'iss':'ISSUER','sub':5,'aud':'parley','exp':EXP                   | subject
            'iss':'ISSUER','sub':{'a':1},'aud':'parley','exp':EXP             | malformed
            """)
    void claimsDecideWhatATokenIs(String claims, String outcome) {
        assertThat(reason(OF_ISSUER, token(HEADER, quoted(claims)))).contains(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'alg':'RS256','kid':'k1','crit':['b64'],'b64':false",
                "'alg':'RS256','kid':'k1','crit':['exp'],'exp':5",
                "'alg':'RS256','kid':'k1','crit':[]",
                "'alg':'RS256','kid':'k1','crit':'b64'",
                "'alg':'RS256','kid':'k1','b64':false",
                "'alg':'RS256','kid':'k1','b64':true",
                "'alg':'RS256','kid':'other'",
                "'alg':'RS384','kid':'other'",
                "'alg':'ES256','kid':'k1'",
                "'alg':'HS256','kid':'k1'",
                "'alg':'HS256'",
                "'alg':'none'",
                "'alg':'None','kid':'k1'",
                "'alg':'dir','enc':'A256GCM','kid':'k1'",
                "'alg':'RS256','alg':'RS256','kid':'k1'",
                "'alg':5,'kid':'k1'",
                "'kid':'k1'",
            })
    void aHeaderThatIsNotTakenIsRefusedWhateverItIsSignedWith(String header) {
        String good = quoted(HEADER);
        String signed = token(good, CLAIMS);
        String signature = signed.substring(signed.lastIndexOf('.') + 1);
        String claims = base64("{" + filled(quoted(CLAIMS)) + "}");

        assertThat(reason(OF_ISSUER, base64("{" + quoted(header) + "}") + "." + claims + "." + signature))
                .isNotEqualTo("good");
        assertThat(reason(
                        OF_ISSUER,
                        Tokens.signed("{" + quoted(header) + "}", "{" + filled(quoted(CLAIMS)) + "}", publicKey())))
                .isNotEqualTo("good");
        assertThat(reason(
                        OF_SECRET,
                        Tokens.signed("{" + quoted(header) + "}", "{" + filled(quoted(CLAIMS)) + "}", publicKey())))
                .isNotEqualTo("good");
    }

    @Test
    void anotherKeyOfTheSameNameDoesNotFit() {
        String token = ScriptedIssuer.signed(
                ScriptedIssuer.key("k1"), "{" + quoted(HEADER) + "}", "{" + filled(quoted(CLAIMS)) + "}");

        assertThat(reason(OF_ISSUER, token)).contains("signature");
    }

    @Test
    void anyAudienceWillDoWhereThatIsWanted() {
        String claims = quoted("'iss':'ISSUER','sub':'ada','aud':'billing-api','exp':EXP");

        assertThat(reason(OF_ANY_AUDIENCE, token(HEADER, claims))).isEqualTo("good");
        assertThat(reason(OF_ANY_AUDIENCE, token(HEADER, claims + quoted(",'nonce':'n'"))))
                .contains("another kind");
    }

    /** Whoever has the secret makes tokens for all purposes; those are told apart as well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ''                                | ''                           | good
            ,'typ':'at+jwt'                   | ,'iss':'x'                   | good
            ,'typ':'token-introspection+jwt'  | ''                           | typ
            ,'zip':'DEF'                      | ''                           | zip
            ,'crit':[]                        | ''                           | crit
            ,'crit':['b64'],'b64':true        | ''                           | crit
            ,'b64':true                       | ''                           | b64
            ''                                | ,'nonce':'n'                 | another kind
            ''                                | ,'events':{}                 | another kind
            ''                                | ,'cnf':{}                    | bound
            ''                                | ,'iss':'a\\u0000'            | issuer
            ''                                | ,'iss':5                     | malformed
            ''                                | ,'nbf':1e30                  | absurd
            ''                                | ,'exp':9999999999            | malformed
            """)
    void aSecretSignsOtherTokensToo(String header, String claims, String outcome) {
        String token = Tokens.signed(
                "{" + quoted("'alg':'HS256'" + quoted(header)) + "}",
                "{" + filled(quoted("'sub':'ada','exp':EXP" + quoted(claims))) + "}",
                Tokens.SECRET);

        assertThat(reason(OF_SECRET, token)).contains(outcome);
    }

    /** Replaced bytes would make one user of several. */
    @Test
    void claimsThatAreNotUtf8AreRefused() {
        byte[] claims = filled("{\"sub\":\"ÿ\",\"exp\":EXP}").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reason(OF_SECRET, Tokens.signed("{\"alg\":\"HS256\"}", claims, Tokens.SECRET)))
                .isNotEqualTo("good");
    }

    @Test
    void aReasonHoldsNothingOfTheTokenAndCanBeAHeader() {
        for (TokenFault fault : TokenFault.values()) {
            assertThat(fault.failure().getErrors())
                    .allSatisfy(error -> assertThat(error.getDescription()).matches("[ !#-\\[\\]-~]+"));
        }
    }

    private static String reason(AuthenticationManager manager, String token) {
        try {
            manager.authenticate(new BearerTokenAuthenticationToken(token));
            return "good";
        } catch (InvalidBearerTokenException refused) {
            return TokenFault.reason(refused);
        }
    }

    private static AuthenticationManager manager(JwtDecoder decoder) {
        return new ProviderManager(new JwtAuthenticationProvider(decoder));
    }

    private static String token(String header, String claims) {
        return ScriptedIssuer.signed(KEY, "{" + quoted(header) + "}", "{" + filled(quoted(claims)) + "}");
    }

    private static String publicKey() {
        return KEY.toPublicJWK().toJSONString();
    }

    private static String quoted(String json) {
        return json.equals("''") ? "" : json.replace('\'', '"');
    }

    private static String filled(String claims) {
        return claims.replace("ISSUER", ISSUER.uri())
                .replace("LONG", "x".repeat(1025))
                .replace("EXP", seconds(3600))
                .replace("SOON", seconds(30))
                .replace("LATER", seconds(61))
                .replace("JUST_NOW", seconds(-59))
                .replace("PAST", seconds(-60));
    }

    private static String seconds(int fromNow) {
        return Long.toString(NOW.plusSeconds(fromNow).getEpochSecond());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
