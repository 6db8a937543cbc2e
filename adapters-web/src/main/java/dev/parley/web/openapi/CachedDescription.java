package dev.parley.web.openapi;

import dev.parley.web.schema.WireSchemas;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;

/**
 * springdoc's description, written once. Strangers may ask for it, and to write it anew takes longer than all else that is done
 * for them. So it does not depend on what they name in a request.
 */
final class CachedDescription extends OpenApiWebMvcResource {

    /** The server's root, as seen from where the description is, behind any proxy (OpenAPI 3.1, section 4.6). */
    private static final String SERVER_URL = "..";

    private final RenderedDocuments documents = new RenderedDocuments();

    CachedDescription(
            ObjectFactory<OpenAPIService> services,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(services, requests, responses, operations, properties, providers, customizers);
    }

    @Override
    public byte[] openapiJson(HttpServletRequest request, String path, Locale locale) {
        return documents.get("json", () -> super.openapiJson(request, path, Locale.ENGLISH));
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale) {
        return documents.get("yaml", () -> super.openapiYaml(request, path, Locale.ENGLISH));
    }

    /** Whoever adds controllers of their own describes them themselves; what they are called changes nothing here. */
    @Override
    protected boolean isPackageToScan(Package scanned) {
        return (scanned.getName() + ".").startsWith(WireSchemas.PACKAGE);
    }

    @Override
    protected String getServerUrl(HttpServletRequest request, String path) {
        return SERVER_URL;
    }
}
