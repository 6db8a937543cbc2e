package dev.parley.domain.item;

import java.time.Instant;

/** Nothing more comes until the user says something. */
public record EndOfTurn(ItemId id, long sequence, Instant createdAt) implements Item {

    @Override
    public EndOfTurn at(long place) {
        return new EndOfTurn(id, place, createdAt);
    }
}
