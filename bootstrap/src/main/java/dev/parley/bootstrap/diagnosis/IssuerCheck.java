package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.settings.Setting;
import dev.parley.web.token.IssuerClient;
import java.io.IOException;

/** Can the metadata and the keys of the issuer be had? */
record IssuerCheck(String issuer) implements RemoteCheck {

    @Override
    public String subject() {
        return "issuer";
    }

    @Override
    public String advice() {
        return "look at " + Setting.ISSUER_URI + ", and whether this machine reaches it";
    }

    @Override
    public String examine() {
        try {
            return issuer + ", keys: "
                    + new IssuerClient(issuer).keys().getKeys().size();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
