/** Controllers that reach into others. */
@NullMarked
package dev.parley.architecture.bad.web.run;

import org.jspecify.annotations.NullMarked;
