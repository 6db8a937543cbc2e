package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.NameBasedUuid;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AccountIdentityTest {

    private static final String ISSUER = "https://login.example.org";
    private static final String UUID = "0194fdc2-fa2f-7cc0-81d3-ff1204a5a8f1";

    @Test
    void aSubjectThatIsAUuidIsThePreferredId() {
        assertThat(new AccountIdentity(ISSUER, UUID).preferredId()).hasToString(UUID);
        assertThat(new AccountIdentity("", UUID).preferredId()).hasToString(UUID);
    }

    @Test
    void anyOtherPreferredIdIsDerivedFromIssuerAndSubject() {
        assertThat(new AccountIdentity(ISSUER, "ada").preferredId().value())
                .isEqualTo(NameBasedUuid.of("https://login.example.orgada"));
        assertThat(new AccountIdentity("", "python.org").preferredId())
                .hasToString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
    }

    @Test
    void identitiesThatPreferOneIdHaveOthersOfTheirOwn() {
        AccountIdentity one = new AccountIdentity("x", "yz");
        AccountIdentity another = new AccountIdentity("xy", "z");

        assertThat(one.preferredId()).isEqualTo(another.preferredId());
        assertThat(one.alternativeId()).isNotEqualTo(another.alternativeId());
        assertThat(new AccountIdentity("x", UUID).alternativeId())
                .isNotEqualTo(new AccountIdentity("", UUID).alternativeId());
    }

    @Test
    void withoutIssuerAUuidIsTheSameInBothCases() {
        assertThat(AccountIdentity.withoutIssuer(new Subject(UUID.toUpperCase(Locale.ROOT))))
                .isEqualTo(AccountIdentity.withoutIssuer(new Subject(UUID)));
        assertThat(new AccountIdentity(ISSUER, UUID.toUpperCase(Locale.ROOT)))
                .isNotEqualTo(new AccountIdentity(ISSUER, UUID));
    }
}
