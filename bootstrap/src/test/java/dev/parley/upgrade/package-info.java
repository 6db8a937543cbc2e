/** Data of revision 37545fc, the last one before accounts had sign-ins, are taken over whole. */
@NullMarked
package dev.parley.upgrade;

import org.jspecify.annotations.NullMarked;
