package dev.parley.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.SettableClock;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.http.PublicAddress;
import dev.parley.web.security.SignedAddresses;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WireAttachmentsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final AttachmentId ID = AttachmentId.ofRandom("0123456789abcdef01234567");
    private static final String ADDRESS = "https://chat\\.example\\.org/api/v1/attachments/" + ID;
    private static final String SIGNED = "\\?expires=1767323645&signature=[\\w-]{43}";
    private static final ConversationId THREAD = ConversationId.of("0199a3b4-1a2b-7c3d-8e4f-5a6b7c8d9e0f");

    private final WireAttachments wire = new WireAttachments(
            new PublicAddress("https://chat.example.org"), new SignedAddresses(new byte[32], new SettableClock()));

    @Test
    void anImageToBeUploadedSaysHow() {
        JsonNode json = json(wire.of(announced("image/png")));

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "mime_type", "upload_descriptor", "preview_url", "type");
        assertThat(json.at("/type").asString()).isEqualTo("image");
        assertThat(json.at("/preview_url").asString()).matches(ADDRESS + "/preview" + SIGNED);
        assertThat(json.at("/upload_descriptor/url").asString()).matches(ADDRESS + SIGNED);
        assertThat(json.at("/upload_descriptor/method").asString()).isEqualTo("PUT");
        assertThat(json.at("/upload_descriptor/headers").toString()).isEqualTo("{\"Content-Type\":\"image/png\"}");
    }

    @Test
    void anUploadedFileInAThreadSaysWhich() {
        ContentId content = new ContentId(ID, "0".repeat(24));
        Attachment used = announced("text/plain")
                .uploadingTo(content)
                .uploaded(content, MimeType.of("text/plain"))
                .usedIn(THREAD);

        assertThat(json(wire.of(used)).toString())
                .isEqualTo(
                        "{\"type\":\"file\",\"id\":\"%s\",\"name\":\"a\",\"mime_type\":\"text/plain\",\"thread_id\":\"%s\"}"
                                .formatted(ID, THREAD));
    }

    @Test
    void thePreviewOfAnAttachmentOfAMessageIsSigned() {
        assertThat(wire.url(ID.value())).matches(ADDRESS + "/preview" + SIGNED);
    }

    private static Attachment announced(String type) {
        return Attachment.announce(ID, Examples.someone(), AttachmentName.of("a"), MimeType.of(type), 5, Examples.NOW);
    }

    private static JsonNode json(WireAttachment attachment) {
        return JSON.readTree(JSON.writeValueAsString(attachment));
    }
}
