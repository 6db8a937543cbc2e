package dev.parley.web.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.Examples;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.web.http.PublicAddress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DefaultImageDomainsTest {

    private static final PublicAddress SERVER = new PublicAddress("https://chat.example.org:8443/talk");

    private final Conversation conversation = Examples.conversationOf(new AccountId(new UUID(0, 1)));

    @Test
    void byDefaultImagesComeFromTheServerItselfAlone() {
        assertThat(domains().of(conversation)).containsExactly("chat.example.org");
    }

    @Test
    void theOperatorChoosesOthersOrAny() {
        assertThat(domains("images.example.org", "cdn.example.org").of(conversation))
                .containsExactly("images.example.org", "cdn.example.org");
        assertThat(domains("*").of(conversation)).isNull();
    }

    @Test
    void anAssistantWidensItsThread() {
        assertThat(domains().of(conversation.withImageDomains(List.of("maps.example"), Examples.NOW)))
                .containsExactly("maps.example");
        assertThat(domains().of(conversation.withImageDomains(List.of("*"), Examples.NOW)))
                .isNull();
    }

    private static ImageDomains domains(String... configured) {
        return new DefaultImageDomains(List.of(configured), SERVER);
    }
}
