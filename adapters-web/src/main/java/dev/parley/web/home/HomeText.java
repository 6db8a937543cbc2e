package dev.parley.web.home;

import dev.parley.domain.shared.TextTemplate;

/** What stands on the page at the root. */
enum HomeText implements TextTemplate {
    SERVER_RUNS("This server is running."),
    WHO_ANSWERS("Assistant"),
    WHERE_DATA_LIE("Data"),
    TRY_THE_API("Try the API (Swagger UI)"),
    API_DESCRIPTION("Description of the API (OpenAPI)"),
    SERVER_HEALTH("Health");

    private final String english;

    HomeText(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
