/** The JSON of items and events, which REST, ChatKit and the hosted API share. */
@NullMarked
package dev.parley.web.item;

import org.jspecify.annotations.NullMarked;
