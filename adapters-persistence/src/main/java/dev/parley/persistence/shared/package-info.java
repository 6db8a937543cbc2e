/** The unit of work over JDBC transactions, and the one door to SQL. */
@NullMarked
package dev.parley.persistence.shared;

import org.jspecify.annotations.NullMarked;
