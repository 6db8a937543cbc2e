/** What all streams of events have in common, whatever protocol they speak. */
@NullMarked
package dev.parley.web.stream;

import org.jspecify.annotations.NullMarked;
