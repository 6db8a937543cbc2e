package dev.parley.bootstrap.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A number of bytes with a unit or without, such as {@code 20MiB}. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ByteCount.Validator.class)
public @interface ByteCount {

    String message();

    /** The most bytes. */
    long max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts what is absent. */
    final class Validator implements ConstraintValidator<ByteCount, String> {

        private long max;

        @Override
        public void initialize(ByteCount constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || ByteSize.isWithin(text, max);
        }
    }
}
