/** The health of what the server is made of, in the form that Spring Boot's endpoint asks for. */
@NullMarked
package dev.parley.bootstrap.health;

import org.jspecify.annotations.NullMarked;
