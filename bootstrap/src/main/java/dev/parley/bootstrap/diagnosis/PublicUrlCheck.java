package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.settings.Setting;
import dev.parley.web.http.RequestId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.UUID;

/** Does the address that clients are given lead to Parley? Whatever Parley answers has the id of the request. */
record PublicUrlCheck(String url) implements RemoteCheck {

    @Override
    public String subject() {
        return "public URL";
    }

    @Override
    public String advice() {
        return "start Parley if it does not run, and look at " + Setting.PUBLIC_URL + " and at the proxy";
    }

    @Override
    public String examine() throws IOException, InterruptedException {
        String id = "doctor-" + UUID.randomUUID();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.replaceFirst("/+$", "") + "/actuator/health"))
                .header(RequestId.HEADER, id)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            if (response.headers().firstValue(RequestId.HEADER).equals(Optional.of(id))) {
                return url + " leads to Parley";
            }
            throw new IllegalStateException(
                    url + " is not answered by Parley, but with " + response.statusCode() + " by something else");
        }
    }
}
