package dev.parley.web.chatkit;

/** Bytes that are passed on and never compared. */
@io.swagger.v3.oas.annotations.media.Schema(implementation = String.class)
final class Bytes {

    private final byte[] value;

    /** Takes the bytes over, which nobody changes from now on. */
    Bytes(byte[] value) {
        this.value = value;
    }

    byte[] value() {
        return value;
    }
}
