/** The ChatKit protocol's JSON. */
@NullMarked
package dev.parley.web.chatkit;

import org.jspecify.annotations.NullMarked;
