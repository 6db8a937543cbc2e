/** How tools are called. */
@NullMarked
package dev.parley.application.tool;

import org.jspecify.annotations.NullMarked;
