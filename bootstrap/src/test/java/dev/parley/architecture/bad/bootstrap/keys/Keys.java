package dev.parley.architecture.bad.bootstrap.keys;

/** Prints, blamelessly. */
final class Keys {

    void list() {
        System.out.println("backend");
    }
}
