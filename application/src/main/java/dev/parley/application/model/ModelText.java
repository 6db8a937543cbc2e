package dev.parley.application.model;

import dev.parley.domain.shared.TextTemplate;

/** What users read where a model's answer is not whole. */
enum ModelText implements TextTemplate {
    CUT_OFF_BY_LENGTH(
            "The answer was cut off because it is too long. Send a message such as \"Go on\" to have the rest."),
    HELD_BACK("The model's provider held back the rest of the answer because of its content.");

    private final String english;

    ModelText(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
