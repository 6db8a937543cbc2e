/** How many requests are allowed: buckets, and the rates of sign-ins. */
@NullMarked
package dev.parley.web.rate;

import org.jspecify.annotations.NullMarked;
