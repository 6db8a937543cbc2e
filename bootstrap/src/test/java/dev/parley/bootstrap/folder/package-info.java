/** What the data folder holds and who may hold it. */
@NullMarked
package dev.parley.bootstrap.folder;

import org.jspecify.annotations.NullMarked;
