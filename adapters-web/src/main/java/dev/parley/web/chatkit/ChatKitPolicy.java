package dev.parley.web.chatkit;

/**
 * How the protocol's streams behave.
 *
 * @param cancelsOnDisconnect whether a client stops an answer by dropping its connection, which is how the component does it
 */
public record ChatKitPolicy(boolean cancelsOnDisconnect) {}
