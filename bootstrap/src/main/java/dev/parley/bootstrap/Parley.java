package dev.parley.bootstrap;

import dev.parley.application.shared.FatalError;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the server, or runs one of the {@link Commands}. */
@SpringBootApplication(
        scanBasePackages = {"dev.parley.bootstrap", "dev.parley.web", "dev.parley.persistence"},
        exclude = UserDetailsServiceAutoConfiguration.class)
public class Parley {

    /**
     * The entry point.
     *
     * @param arguments a command, or settings of the server as Spring's command-line properties
     */
    public static void main(String[] arguments) {
        if (Commands.areMeantBy(arguments)) {
            System.exit(Commands.execute(writer(System.out), writer(System.err), arguments));
        }
        Thread.setDefaultUncaughtExceptionHandler(Parley::endThread);
        SpringApplication.run(Parley.class, arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static void endThread(Thread thread, Throwable thrown) {
        FatalError.haltOn(thrown);
        LoggerFactory.getLogger(Parley.class).error("The thread {} has ended", thread.getName(), thrown);
    }
}
