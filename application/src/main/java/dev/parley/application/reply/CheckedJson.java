package dev.parley.application.reply;

import dev.parley.domain.shared.Json;

/** Takes JSON of assistants, which may be none. */
final class CheckedJson {

    private final JsonTrees trees;

    CheckedJson(JsonTrees trees) {
        this.trees = trees;
    }

    /**
     * An object, storable.
     *
     * @throws IllegalArgumentException if it is none, or longer than 256 Ki UTF-16 units
     */
    Json object(String what, Json json) {
        Json storable = bounded(what, json);
        if (!trees.isObject(storable)) {
            throw new IllegalArgumentException(what + " is no JSON object");
        }
        return storable;
    }

    /**
     * Any value, storable.
     *
     * @throws IllegalArgumentException if it is none, or longer than 256 Ki UTF-16 units
     */
    Json value(String what, Json json) {
        Json storable = bounded(what, json);
        if (!trees.isWellFormed(storable)) {
            throw new IllegalArgumentException(what + " is no JSON");
        }
        return storable;
    }

    private static Json bounded(String what, Json json) {
        Json storable = Storable.json(json);
        if (storable.text().length() > ReplyOutput.MAXIMUM_LENGTH) {
            throw new IllegalArgumentException(what + " has more than " + ReplyOutput.MAXIMUM_LENGTH + " UTF-16 units");
        }
        return storable;
    }
}
