package dev.parley.bootstrap.constraint;

import dev.parley.web.request.TrustedProxies;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network or an address, such as {@code 10.0.0.0/8}, but not of everybody. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Network.Validator.class)
public @interface Network {

    String message() default "must be networks or addresses with commas between, such as 10.0.0.0/8 or fd00::1";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts what is absent. */
    final class Validator implements ConstraintValidator<Network, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                new TrustedProxies(List.of(text));
                return true;
            } catch (IllegalArgumentException notOne) {
                return false;
            }
        }
    }
}
