package dev.parley.web.item;

import dev.parley.application.testing.EveryEvent;
import dev.parley.application.testing.EveryItem;
import dev.parley.web.testing.RunningParley;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's JSON as the server writes it. */
public final class WireJsonUnderTest {

    /** The id of the thread of all examples. */
    static final String THREAD = EveryEvent.CONVERSATION.id().toString();

    /** JSON that any reading and writing again would change; its line break is a space. */
    static final String ODD = EveryItem.ODD_JSON.text().replace('\n', ' ');

    private static final JsonMapper JSON = RunningParley.shared().json();

    private WireJsonUnderTest() {}

    public static String written(Optional<?> value) {
        return JSON.writeValueAsString(value.orElseThrow());
    }
}
