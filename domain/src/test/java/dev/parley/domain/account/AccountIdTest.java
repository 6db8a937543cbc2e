package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.NameBasedUuid;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountIdTest {

    private static final String ISSUER = "https://login.example.org";

    @Test
    void aSubjectThatIsAUuidIsTheAccount() {
        String subject = "0194fdc2-fa2f-7cc0-81d3-ff1204a5a8f1";

        assertThat(AccountId.ofSubject(ISSUER, subject).value()).isEqualTo(UUID.fromString(subject));
    }

    @Test
    void anyOtherSubjectIsDerivedFromIssuerAndSubject() {
        assertThat(AccountId.ofSubject(ISSUER, "ada").value())
                .isEqualTo(NameBasedUuid.of("https://login.example.orgada"));
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsAnotherAccount() {
        assertThat(AccountId.ofSubject(ISSUER, "ada"))
                .isNotEqualTo(AccountId.ofSubject("https://id.example.com", "ada"));
    }
}
