/** The ChatKit protocol: its operations and their streams. */
@NullMarked
package dev.parley.web.chatkit;

import org.jspecify.annotations.NullMarked;
