package dev.parley.web.testing;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One user's view of the protocol. Whatever is answered has to keep to the contract.
 *
 * @param api how it is called
 */
public record ChatKitUnderTest(Api api) {

    /** Where the protocol is spoken. */
    public static final String PATH = "/api/v1/chatkit";

    private static final Pattern TIME = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ITEM = Pattern.compile("(msg|tc|wf|tsk|shcx|atc)_[0-9a-f]{24,}");

    /** A request; apostrophes stand for quotation marks. */
    public static String request(String type, String params) {
        return "{\"type\":\"%s\",\"params\":%s}".formatted(type, params.replace('\'', '"'));
    }

    /** Sends a request; apostrophes stand for quotation marks. */
    public Answer send(String type, String params) {
        Answer answer = post(request(type, params));
        ChatKitContract.check(type, answer);
        return answer;
    }

    /** Sends any body. */
    public Answer post(String json) {
        return api.post(PATH, json);
    }

    /** Begins a thread. */
    public Answer create(String text) {
        return send("threads.create", "{'input':%s}".formatted(input(text)));
    }

    /** Begins a thread and returns its id. */
    public String thread(String text) {
        return create(text).jsonEvents().getFirst().at("/thread/id").asString();
    }

    /** Says something in a thread. */
    public Answer say(String thread, String text) {
        return send("threads.add_user_message", "{'thread_id':'%s','input':%s}".formatted(thread, input(text)));
    }

    /** The items of a thread, oldest first. */
    public List<JsonNode> items(String thread) {
        return send("items.list", "{'thread_id':'%s','order':'asc','limit':100}".formatted(thread))
                .json()
                .at("/data")
                .valueStream()
                .toList();
    }

    /** The newest item of a thread. */
    public String newest(String thread) {
        return items(thread).getLast().at("/id").asString();
    }

    /** What the component sends for a plain message. */
    public static String input(String text) {
        return "{'content':[{'type':'input_text','text':'%s'}],'attachments':[],'inference_options':{}}"
                .formatted(text);
    }

    /** An answer with apostrophes, T for each time, THREAD for each thread's id, and MSG1, MSG2 … for items in their order. */
    public static String literal(Answer answer) {
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
