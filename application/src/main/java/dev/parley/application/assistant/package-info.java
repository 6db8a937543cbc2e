/** What an assistant is given, what it answers with, and what handles actions on its widgets. */
@NullMarked
package dev.parley.application.assistant;

import org.jspecify.annotations.NullMarked;
