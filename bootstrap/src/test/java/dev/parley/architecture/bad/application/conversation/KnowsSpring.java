package dev.parley.architecture.bad.application.conversation;

import org.springframework.stereotype.Component;

/** A use case does not know its framework. */
@Component
abstract class KnowsSpring {}
