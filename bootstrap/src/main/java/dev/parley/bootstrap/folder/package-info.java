/** The folder that the embedded default keeps its data and secrets in. */
@NullMarked
package dev.parley.bootstrap.folder;

import org.jspecify.annotations.NullMarked;
