/** What users do in threads beside talking: they answer, retry, act, rate and read. */
@NullMarked
package dev.parley.application.thread;

import org.jspecify.annotations.NullMarked;
