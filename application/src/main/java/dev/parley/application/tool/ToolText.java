package dev.parley.application.tool;

import dev.parley.domain.shared.TextTemplate;

/** What users read while tools work for them. */
public enum ToolText implements TextTemplate {
    LOOKING_FOR_TOOL("Looking for the tool {0}…"),
    ASKING_SERVER("Asking {0}: {1}…"),
    ASKING_USER("Asking you…"),
    ASKING_CLIENT("Asking your client…"),
    STEPS_USED_UP("I have used as many steps as I may for one answer and stop here. Please tell me how to go on.");

    private final String english;

    ToolText(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
