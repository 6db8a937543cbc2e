package dev.parley.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests of {@link SharedNodes}, which script their assistants: one class after the other. */
@ResourceLock("dev.parley.e2e.SharedNodes")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WithSharedNodes {}
