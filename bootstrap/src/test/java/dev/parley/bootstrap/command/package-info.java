@NullMarked
package dev.parley.bootstrap.command;

import org.jspecify.annotations.NullMarked;
