package dev.parley.bootstrap.settings;

/**
 * What tokens are signed and checked with where no issuer does it.
 *
 * @param bytes at least 32 of them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
public record SigningSecret(byte[] bytes) {

    @Override
    public String toString() {
        return "SigningSecret[hidden]";
    }
}
