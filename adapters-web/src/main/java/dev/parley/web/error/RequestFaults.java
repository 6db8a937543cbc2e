package dev.parley.web.error;

import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.InvalidUrlException;

/**
 * What Tomcat, Spring and Spring Security throw about a request that they cannot read: its parameters, header values, media
 * types, address or framing. It is the client's mistake, and nothing of the server has failed.
 */
final class RequestFaults {

    private RequestFaults() {}

    /** Whether something was thrown because of the request alone, whatever it was wrapped into on its way. */
    static boolean isFault(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isThrownAboutRequest(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThrownAboutRequest(Throwable thrown) {
        return switch (thrown) {
            case InvalidParameterException parameters -> true;
            case BadRequestException framing -> true;
            case RequestRejectedException firewall -> true;
            case InvalidMimeTypeException mimeType -> true;
            case InvalidMediaTypeException mediaType -> true;
            case InvalidUrlException address -> true;
            case ConversionNotSupportedException missingConverter -> false;
            case TypeMismatchException value -> true;
            case ErrorResponse spring -> spring.getStatusCode().is4xxClientError();
            default -> false;
        };
    }
}
