package dev.parley.application.tool;

/**
 * A model wants a tool to be called.
 *
 * @param callId the model's name for the call, unique within an answer
 * @param arguments as the model wrote them; perhaps no JSON at all
 */
public record RequestedCall(String callId, String name, String arguments) {}
