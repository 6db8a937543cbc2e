package dev.parley.web.chatkit;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One user's view of the protocol.
 *
 * @param api how it is called
 */
record ChatKitUnderTest(Api api) {

    private static final String PATH = "/api/v1/chatkit";
    private static final Pattern TIME = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ITEM = Pattern.compile("(msg|tc|wf|tsk|shcx|atc)_[0-9a-f]{24,}");

    /** Sends a request; apostrophes stand for quotation marks. */
    Answer send(String type, String params) {
        return api.post(PATH, "{\"type\":\"%s\",\"params\":%s}".formatted(type, params.replace('\'', '"')));
    }

    /** Sends any body. */
    Answer post(String json) {
        return api.post(PATH, json);
    }

    /** Begins a thread. */
    Answer create(String text) {
        return send("threads.create", "{'input':%s}".formatted(input(text)));
    }

    /** Begins a thread and returns its id. */
    String thread(String text) {
        return create(text).jsonEvents().getFirst().at("/thread/id").asString();
    }

    /** Says something in a thread. */
    Answer say(String thread, String text) {
        return send("threads.add_user_message", "{'thread_id':'%s','input':%s}".formatted(thread, input(text)));
    }

    /** The items of a thread, oldest first. */
    List<JsonNode> items(String thread) {
        return send("items.list", "{'thread_id':'%s','order':'asc','limit':100}".formatted(thread))
                .json()
                .at("/data")
                .valueStream()
                .toList();
    }

    /** The newest item of a thread. */
    String newest(String thread) {
        return items(thread).getLast().at("/id").asString();
    }

    /** What the component sends for a plain message. */
    static String input(String text) {
        return "{'content':[{'type':'input_text','text':'%s'}],'attachments':[],'inference_options':{}}"
                .formatted(text);
    }

    /** An answer with apostrophes, T for each time, THREAD for each thread's id, and MSG1, MSG2 … for items in their order. */
    static String literal(Answer answer) {
        String text = TIME.matcher(answer.body()).replaceAll("T");
        text = UUID.matcher(text).replaceAll("THREAD");
        List<String> ids =
                ITEM.matcher(text).results().map(MatchResult::group).distinct().toList();
        for (String id : ids) {
            String prefix = id.substring(0, id.indexOf('_')).toUpperCase(Locale.ROOT);
            long number = ids.subList(0, ids.indexOf(id) + 1).stream()
                    .filter(other -> other.startsWith(id.substring(0, id.indexOf('_') + 1)))
                    .count();
            text = text.replace(id, prefix + number);
        }
        return text.replace('"', '\'');
    }
}
