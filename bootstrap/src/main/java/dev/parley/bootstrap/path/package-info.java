/** Whether Java can reach the folders and files that are set. */
@NullMarked
package dev.parley.bootstrap.path;

import org.jspecify.annotations.NullMarked;
