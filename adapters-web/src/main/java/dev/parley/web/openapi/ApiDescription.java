package dev.parley.web.openapi;

import dev.parley.application.attachment.AttachmentAccess;
import dev.parley.application.signin.PresentedToken;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.run.Requester;
import dev.parley.web.http.PublicAddress;
import dev.parley.web.idempotency.IdempotentRequest;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the description of the API says that is true of all endpoints. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";

    /** In the order in which a client needs them. */
    private static final List<Tag> TAGS = List.of(
            tag("sign-in", "Accounts of this server, where it keeps them, and tokens for all that follows."),
            tag("sessions", "Conversations: begin, list, read, rename and delete them."),
            tag("runs", "Send a message and get the assistant's answer, as a stream of events or as a whole."),
            tag("attachments", "Files that go with messages."),
            tag("tasks", "What a user wants to do; the assistant sees and changes the same list."),
            tag("usage", "What answers cost."),
            tag("chatkit", "The ChatKit protocol, which OpenAI's web component speaks, over the same conversations."),
            tag("administration", "For operators, whose tokens have the scope parley.admin."));

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        AccountId.class,
                        Requester.class,
                        IdempotentRequest.class,
                        AttachmentAccess.class,
                        PresentedToken.class);
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Bean
    OpenAPI description(PublicAddress address) {
        return new OpenAPI()
                .servers(address.configured()
                        .map(url -> List.of(new Server().url(url)))
                        .orElse(null))
                .info(new Info()
                        .title("Parley")
                        .version("v1")
                        .description("""
                                Chat sessions, threads and messages, kept and answered. What is acknowledged is committed.

                                Every answer has the header X-Request-Id; a caller's own is kept. Refusals have one form \
                                everywhere: a stable code, a message to act on, and the request's id. An address that \
                                does not exist answers 404 NOT_FOUND, one that does not take the method \
                                405 METHOD_NOT_ALLOWED with the header Allow.""")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .tags(TAGS)
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
    OpenApiWebMvcResource cachedDescription(
            ObjectFactory<OpenAPIService> services,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        properties.setOverrideWithGenericResponse(false); // an advice of somebody else is not for Parley's operations
        return new CachedDescription(services, requests, responses, operations, properties, providers, customizers);
    }

    @Bean
    ModelConverter wireTypes() {
        return new WireTypes();
    }

    @Bean
    OpenApiCustomizer streamDescription() {
        return new StreamDescription();
    }

    @Bean
    OpenApiCustomizer nullInRequests() {
        return new NullInRequests();
    }

    @Bean
    OperationNotes operationNotes(JsonMapper json) {
        return new OperationNotes(Examples.read(json));
    }
}
