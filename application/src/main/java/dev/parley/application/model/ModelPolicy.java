package dev.parley.application.model;

/**
 * How a model answers.
 *
 * @param instructions the operator's; blank for none
 * @param maximumRounds how often it may call tools in one answer
 * @param maximumCalls how many of the server's tools it may call in one answer, in all rounds together
 * @param showsReasoning whether users see what it thinks
 */
public record ModelPolicy(String instructions, int maximumRounds, int maximumCalls, boolean showsReasoning) {}
