package dev.parley.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.web.error.BrokenAnswerValve;
import dev.parley.web.error.JsonErrorReportValve;
import java.time.Instant;
import java.util.Locale;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How strictly JSON is read, how it is written, and what Tomcat says for itself. */
@Configuration(proxyBeanMethods = false)
class HttpSettings {

    private static final int MAXIMUM_DEPTH = 100;
    private static final int MAXIMUM_NAME = 1024;
    private static final int UNLIMITED = -1;

    /** A net: every body is refused before by its own limit. */
    private static final long MAXIMUM_DOCUMENT = 16L * 1024 * 1024;

    /** What is kept of a token costs some tens of bytes, however short it is. */
    private static final long MAXIMUM_TOKENS = 200_000;

    @Bean
    JsonFactoryBuilderCustomizer boundedJson() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(MAXIMUM_DEPTH)
                .maxNameLength(MAXIMUM_NAME)
                .maxDocumentLength(MAXIMUM_DOCUMENT)
                .maxTokenCount(MAXIMUM_TOKENS)
                .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(any -> any.setAcceptBlankAsEmpty(false)
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum, choice -> choice.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule().addSerializer(Instant.class, new MicrosecondInstant()))
                .addModule(OpaqueJson.module());
    }

    /** Tomcat fails for whoever likes more than ten languages; the limit of the headers bounds them already. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> anyNumberOfLanguages() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(UNLIMITED));
    }

    /** Parley finds the language of a request itself; what Spring would keep for each locale has no end. */
    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrorReports() {
        return tomcat -> tomcat.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(JsonErrorReportValve.class.getName()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> brokenAnswers() {
        return tomcat -> tomcat.addEngineValves(new BrokenAnswerValve());
    }
}
