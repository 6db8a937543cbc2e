package dev.parley.web.testing;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.item.Question;
import dev.parley.domain.shared.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A user with a thread that has everything on which a user can act.
 *
 * @param chat how the protocol is spoken
 * @param ids by what they are of, in capitals
 */
public record ActiveUser(ChatKitUnderTest chat, Map<String, String> ids) {

    private static final String INPUT =
            "{'content':[{'type':'input_text','text':'hi'},{'type':'input_tag','id':'a','text':'b','data':{'x':1},'group':'g',"
                    + "'interactive':true}],'attachments':['FILE'],'quoted_text':'q','inference_options':{'tool_choice':{'id':'t'}}}";
    private static final String ACTION =
            "{'thread_id':'THREAD','item_id':'WIDGET','action':{'type':'fill','payload':{'type':'Text'},'handler':'server'}}";

    /** What each operation is given. */
    private static final Map<String, String> PARAMS = Map.ofEntries(
            Map.entry("threads.create", "{'input':" + INPUT + "}"),
            Map.entry("threads.add_user_message", "{'thread_id':'THREAD','input':" + INPUT + "}"),
            Map.entry("threads.add_client_tool_output", "{'thread_id':'THREAD','result':{'a':[1]}}"),
            Map.entry(
                    "threads.add_structured_input",
                    "{'thread_id':'THREAD','item_id':'QUESTIONS','input':{'status':'answered','answers':{'q':{'values':['v'],'skipped':false}}}}"),
            Map.entry("threads.retry_after_item", "{'thread_id':'THREAD','item_id':'MESSAGE'}"),
            Map.entry("threads.custom_action", ACTION),
            Map.entry("threads.sync_custom_action", ACTION),
            Map.entry("threads.get_by_id", "{'thread_id':'THREAD'}"),
            Map.entry("threads.list", "{'limit':5,'order':'asc','after':'THREAD'}"),
            Map.entry("threads.update", "{'thread_id':'THREAD','title':'Mine'}"),
            Map.entry("threads.delete", "{'thread_id':'THREAD'}"),
            Map.entry("items.list", "{'thread_id':'THREAD','limit':5,'order':'asc','after':'MESSAGE'}"),
            Map.entry("items.feedback", "{'thread_id':'THREAD','item_ids':['MESSAGE','WIDGET'],'kind':'positive'}"),
            Map.entry("attachments.create", "{'name':'a.txt','size':5,'mime_type':'text/plain'}"),
            Map.entry("attachments.delete", "{'attachment_id':'FILE'}"),
            Map.entry("input.transcribe", "{'audio_base64':'YQ==','mime_type':'audio/webm;codecs=opus'}"));

    private static final Pattern NAME = Pattern.compile("'([A-Z]+)'");

    /** Makes one of a user whom the server has not met. */
    public static ActiveUser of(Api api, ScriptedAssistant assistant) {
        assistant.follow((turn, reply) -> {
            switch (turn.message().text()) {
                case "show" -> reply.widget(new Json("{\"type\":\"Card\"}"));
                case "ask" -> reply.ask(List.of(new Question.Freeform("q", "Why?", null, null)));
                case "call" -> reply.callClientTool(new RequestedCall("call_1", "paint", "{}"));
                default -> reply.text("Well.");
            }
        });
        ChatKitUnderTest chat = new ChatKitUnderTest(api);
        String thread = chat.thread("show");
        chat.say(thread, "ask");
        chat.say(thread, "call");
        Map<String, String> ids = chat.items(thread).stream()
                .collect(Collectors.toMap(
                        ActiveUser::name, item -> item.at("/id").asString(), (first, second) -> first));
        ids.put("THREAD", thread);
        ids.put("FILE", uploaded(chat));
        return new ActiveUser(chat, ids);
    }

    /** A good request of each operation, by its type. */
    public Map<String, String> requests() {
        return PARAMS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        params -> ChatKitUnderTest.request(params.getKey(), named(params.getValue()))));
    }

    /** All threads with all items, as they can be read. */
    String threads() {
        return chat.send("threads.list", "{'limit':100}")
                .json()
                .at("/data")
                .valueStream()
                .map(thread -> thread + "\n" + chat.items(thread.at("/id").asString()))
                .collect(Collectors.joining("\n"));
    }

    private String named(String params) {
        return NAME.matcher(params).replaceAll(name -> "'" + ids.get(name.group(1)) + "'");
    }

    private static String name(JsonNode item) {
        return switch (item.at("/type").asString()) {
            case "user_message" -> "MESSAGE";
            case "widget" -> "WIDGET";
            case "structured_input" -> "QUESTIONS";
            default -> "CALL";
        };
    }

    private static String uploaded(ChatKitUnderTest chat) {
        JsonNode announced = chat.send("attachments.create", "{'name':'a.txt','size':5,'mime_type':'text/plain'}")
                .json();
        String address = announced.at("/upload_descriptor/url").asString();
        chat.api()
                .as(null)
                .send(
                        address.substring(address.indexOf("/api")),
                        request -> request.PUT(BodyPublishers.ofString("Argo!")).header("Content-Type", "text/plain"));
        return announced.at("/id").asString();
    }
}
