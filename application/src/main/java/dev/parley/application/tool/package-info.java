/** What assistants can do, whoever brings it: the port, and the box that calls it safely. */
@NullMarked
package dev.parley.application.tool;

import org.jspecify.annotations.NullMarked;
