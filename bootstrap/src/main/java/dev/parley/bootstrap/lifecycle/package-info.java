/** What happens when the server starts and stops, and by the clock. */
@NullMarked
package dev.parley.bootstrap.lifecycle;

import org.jspecify.annotations.NullMarked;
