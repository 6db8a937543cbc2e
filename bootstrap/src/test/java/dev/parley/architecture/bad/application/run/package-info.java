/** More use cases with faults. */
@NullMarked
package dev.parley.architecture.bad.application.run;

import org.jspecify.annotations.NullMarked;
