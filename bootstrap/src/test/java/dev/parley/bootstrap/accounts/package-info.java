/** Tests of the command that helps people who have forgotten their passwords. */
@NullMarked
package dev.parley.bootstrap.accounts;

import org.jspecify.annotations.NullMarked;
