/** What whoever runs the server reads and deletes of everybody's threads. */
@NullMarked
package dev.parley.application.admin;

import org.jspecify.annotations.NullMarked;
