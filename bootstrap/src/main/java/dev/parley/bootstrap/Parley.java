package dev.parley.bootstrap;

import dev.parley.bootstrap.diagnosis.Doctor;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the server, or with the first argument {@code doctor} examines its database. */
@SpringBootApplication(
        scanBasePackages = {"dev.parley.bootstrap", "dev.parley.web", "dev.parley.persistence"},
        exclude = UserDetailsServiceAutoConfiguration.class)
public class Parley {

    private static final String DOCTOR = "doctor";

    /**
     * The entry point.
     *
     * @param arguments Spring's, after an optional {@code doctor}
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(DOCTOR)) {
            System.exit(Doctor.examine(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        SpringApplication.run(Parley.class, arguments);
    }
}
