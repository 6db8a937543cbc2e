package dev.parley.web.home;

/**
 * What this server is, in words for people.
 *
 * @param version such as {@code 0.1.0}
 * @param assistant who answers, such as the name of a model and where it is asked
 * @param data where conversations are kept, which is shown on this machine alone
 * @param isLocal whether the server listens on loopback and is published nowhere
 * @param isDescribed whether Swagger UI and the description of the API can be opened
 */
public record ServerSummary(String version, String assistant, String data, boolean isLocal, boolean isDescribed) {}
