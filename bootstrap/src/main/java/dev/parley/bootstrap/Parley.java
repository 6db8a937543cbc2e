package dev.parley.bootstrap;

import dev.parley.application.shared.FatalError;
import dev.parley.bootstrap.accounts.Accounts;
import dev.parley.bootstrap.diagnosis.Doctor;
import dev.parley.bootstrap.keys.Keys;
import java.util.Arrays;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Starts the server. With the first argument {@code doctor} it examines the server's database instead, with {@code keys} it
 * makes, lists and revokes API keys, with {@code accounts} it gives out codes for forgotten passwords.
 */
@SpringBootApplication(
        scanBasePackages = {"dev.parley.bootstrap", "dev.parley.web", "dev.parley.persistence"},
        exclude = UserDetailsServiceAutoConfiguration.class)
public class Parley {

    /**
     * The entry point.
     *
     * @param arguments Spring's, after an optional command
     */
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "doctor" -> System.exit(Doctor.examine(behindFirst(arguments)));
            case "accounts" -> System.exit(Accounts.run(behindFirst(arguments)));
            case "keys" -> System.exit(Keys.run(behindFirst(arguments)));
            default -> {
                Thread.setDefaultUncaughtExceptionHandler(Parley::endThread);
                SpringApplication.run(Parley.class, arguments);
            }
        }
    }

    private static void endThread(Thread thread, Throwable thrown) {
        FatalError.haltOn(thrown);
        LoggerFactory.getLogger(Parley.class).error("The thread {} has ended", thread.getName(), thrown);
    }

    private static String[] behindFirst(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}
