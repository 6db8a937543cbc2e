/** The events of a run: their log, and the streams and subscriptions that read them. */
@NullMarked
package dev.parley.application.event;

import org.jspecify.annotations.NullMarked;
