/** Controllers with faults. */
@NullMarked
package dev.parley.architecture.bad.web.session;

import org.jspecify.annotations.NullMarked;
