/** What is logged, counted and shown of the server's health. */
@NullMarked
package dev.parley.bootstrap.monitoring;

import org.jspecify.annotations.NullMarked;
