package dev.parley.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.ToolResult;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ToolContentsTest {

    @Test
    void textsAreJoined() {
        assertThat(told("{'content':[{'type':'text','text':'one'},{'type':'text','text':'two'}]}"))
                .isEqualTo(ToolResult.of("one\ntwo"));
    }

    @Test
    void anErrorIsAnError() {
        assertThat(told("{'isError':true,'content':[{'type':'text','text':'no'}]}"))
                .isEqualTo(ToolResult.error("no"));
    }

    @Test
    void anImageIsToldInWords() {
        assertThat(told("{'content':[{'type':'image','mimeType':'image/png','data':'AAECAw=='}]}"))
                .isEqualTo(ToolResult.of("[an image of the type image/png and 4 bytes, which cannot be shown here]"));
    }

    @Test
    void aSoundIsToldInWords() {
        assertThat(told("{'content':[{'type':'audio','mimeType':'audio/wav','data':'AAEC'}]}"))
                .isEqualTo(ToolResult.of("[a sound of the type audio/wav and 3 bytes, which cannot be shown here]"));
    }

    @Test
    void theTextOfAResourceIsTold() {
        assertThat(told("{'content':[{'type':'resource','resource':{'uri':'file:///a','text':'A'}}]}"))
                .isEqualTo(ToolResult.of("[file:///a]\nA"));
    }

    @Test
    void anotherResourceIsToldInWords() {
        assertThat(told("{'content':[{'type':'resource','resource':{'uri':'file:///a','blob':'AAE='}}]}"))
                .isEqualTo(ToolResult.of("[file:///a: of an unknown type and 2 bytes, which cannot be shown here]"));
    }

    @Test
    void aLinkIsTold() {
        assertThat(
                        told(
                                "{'content':[{'type':'resource_link','uri':'file:///a','name':'a','description':'the first'}]}"))
                .isEqualTo(ToolResult.of("[a link to a, file:///a: the first]"));
    }

    @Test
    void structuredContentIsTold() {
        assertThat(told("{'content':[],'structuredContent':{'celsius':20}}"))
                .isEqualTo(ToolResult.of("{\"celsius\":20}"));
    }

    @Test
    void structuredContentThatTheTextSaysAlreadyIsNotRepeated() {
        assertThat(
                        told(
                                "{'content':[{'type':'text','text':'{ \\'celsius\\': 20 }'}],'structuredContent':{'celsius':20}}"))
                .isEqualTo(ToolResult.of("{ \"celsius\": 20 }"));
    }

    @Test
    void structuredContentThatTheTextDoesNotSayIsAdded() {
        assertThat(told("{'content':[{'type':'text','text':'warm'}],'structuredContent':{'celsius':20}}"))
                .isEqualTo(ToolResult.of("warm\n{\"celsius\":20}"));
    }

    @Test
    void nothingIsToldAsNothing() {
        assertThat(told("{}")).isEqualTo(ToolResult.of("The tool returned nothing."));
    }

    private static ToolResult told(String json) {
        return ToolContents.of(new JsonMapper().readTree(json.replace('\'', '"')));
    }
}
