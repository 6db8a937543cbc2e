/** The settings of Parley, and the check of all of them before anything is started. */
@NullMarked
package dev.parley.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
