package dev.parley.web.security;

import java.util.List;

/**
 * The origins (RFC 6454) whose pages may call the API from a browser.
 *
 * @param origins such as {@code https://shop.example.org}; none for pages of this server alone
 */
public record AllowedOrigins(List<String> origins) {

    public AllowedOrigins {
        origins = List.copyOf(origins);
    }
}
