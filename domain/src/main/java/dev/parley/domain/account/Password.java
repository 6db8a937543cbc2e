package dev.parley.domain.account;

/** A password as its owner typed it; never stored and never printed. */
public record Password(String value) {

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
