package dev.parley.web.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
 * springdoc's description, written once for each address by which clients call the server. Strangers may ask for it, and to
 * write it anew takes longer than all else that is done for them.
 */
final class CachedDescription extends OpenApiWebMvcResource {

    /** Clients name the host, so that there may be any number. */
    private static final int MAXIMUM_ADDRESSES = 8;

    private final Lock writing = new ReentrantLock(true);
    private final Map<String, byte[]> written = new LinkedHashMap<>();

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
        return written("json " + getServerUrl(request, path), () -> super.openapiJson(request, path, locale));
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale) {
        return written("yaml " + getServerUrl(request, path), () -> super.openapiYaml(request, path, locale));
    }

    /** One at a time, so that however many addresses are named, others have the processor. */
    private byte[] written(String form, Writer writer) {
        writing.lock();
        try {
            byte[] known = written.get(form);
            if (known != null) {
                return known;
            }
            byte[] made = writer.write();
            written.put(form, made);
            if (written.size() > MAXIMUM_ADDRESSES) {
                written.remove(written.keySet().iterator().next());
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    /** Writes the description. */
    private interface Writer {

        byte[] write() throws IOException;
    }
}
