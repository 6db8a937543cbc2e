/** Spoken words: the port that writes them down. */
@NullMarked
package dev.parley.application.audio;

import org.jspecify.annotations.NullMarked;
