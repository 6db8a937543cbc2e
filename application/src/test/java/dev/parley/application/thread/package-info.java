@NullMarked
package dev.parley.application.thread;

import org.jspecify.annotations.NullMarked;
