/** Servers on databases as operators set them up: behind poolers, with roles of their own. */
@NullMarked
package dev.parley.database;

import org.jspecify.annotations.NullMarked;
