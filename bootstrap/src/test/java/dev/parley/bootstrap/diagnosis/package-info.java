/** What the doctor finds. */
@NullMarked
package dev.parley.bootstrap.diagnosis;

import org.jspecify.annotations.NullMarked;
