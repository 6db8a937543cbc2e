/** The table of the buckets that all nodes count requests in. */
@NullMarked
package dev.parley.persistence.rate;

import org.jspecify.annotations.NullMarked;
