package dev.parley.application.run;

import dev.parley.domain.shared.TextTemplate;

/** What users read while their message waits. */
enum RunText implements TextTemplate {
    MESSAGE_WAITS("Your message waits for the end of the answer before it.");

    private final String english;

    RunText(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
