package dev.parley.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/** Two thousand people at once, from two hundred addresses, who log in or register. */
final class SignIns implements Attack {

    private static final int AT_ONCE = 2000;

    @Override
    public String name() {
        return "2,000 sign-ins at once";
    }

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        Requests.repeat(
                AT_ONCE,
                duration,
                (number, round) -> target.exchange(
                        number,
                        "POST",
                        number % 2 == 0 ? "/api/v1/auth/register" : "/api/v1/auth/login",
                        "Content-Type: application/json\r\n",
                        """
                        {"email":"person-%d-%d@example.org","password":"a long pass phrase %d"}""".formatted(number, round, number).getBytes(UTF_8)));
    }
}
