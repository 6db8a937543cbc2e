package dev.parley.benchmarks.hostile;

import dev.parley.benchmarks.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Attacks the packaged server, which has a heap of 600 MiB, in one way after the other. Exits with 1 where liveness took
 * longer than a second, another user's request longer than two or was not answered with 2xx (unless the attack does not spare
 * others), or the server did not serve as before within ten seconds of an attack's end. Attackers, clients and server share
 * the machine, so an attack that is not withstood is repeated twice; where the server ends, it fails at once.
 */
public final class HostileRun {

    private static final Path JAR = Path.of("bootstrap/target/parley/parley.jar");
    private static final Duration ATTACK = Duration.ofSeconds(15);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(1);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final int ATTEMPTS = 3;

    private static final int WARM_UP_CLIENTS = 4;
    private static final int MEBIBYTE = 1024 * 1024;

    private HostileRun() {}

    /**
     * Attacks; the working folder is the root of the repository.
     *
     * @param arguments a part of the names of the attacks to run; all of them without it
     */
    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        Path folder = Files.createTempDirectory("parley-hostile");
        boolean passed;
        try {
            List<Attack> attacks = attacks().stream()
                    .filter(attack -> attack.name().contains(wanted))
                    .toList();
            passed = areWithstood(attacks, folder);
        } finally {
            delete(folder);
        }
        System.out.println(passed ? "Every attack was withstood." : "Not every attack was withstood.");
        System.exit(passed ? 0 : 1);
    }

    private static boolean areWithstood(List<Attack> attacks, Path folder) throws Exception {
        boolean passed = true;
        Server server = start(folder);
        try {
            for (Attack attack : attacks) {
                passed &= isWithstood(server, attack);
                server = server.isAlive() ? server : start(folder);
            }
        } finally {
            server.close();
        }
        return passed;
    }

    /** Each server has a folder of its own. */
    private static Server start(Path folder) throws Exception {
        Map<String, String> environment = Map.of(
                "PARLEY_DATA_DIR",
                Files.createTempDirectory(folder, "data").toString(),
                "PARLEY_LIMITS_REQUESTS_PER_MINUTE",
                "600",
                "PARLEY_AUTH_LOCAL_ACCOUNTS",
                "true");
        Server server = Server.start(JAR, environment, "600m");
        System.out.println("log of the server: " + server.log());
        warmUp(new Target(server.port()));
        return server;
    }

    private static List<Attack> attacks() throws Exception {
        Attack oneByte =
                new SlowRequests("6,000 connections with a byte of a body", 6000, "POST", Target.TASKS, "", 65_536, 1);
        List<Attack> attacks = new ArrayList<>(List.of(
                slowBodies("slow bodies of 1 MiB by strangers, open address", "GET", "/v3/api-docs", ""),
                slowBodies("the same with Idempotency-Key", "GET", "/v3/api-docs", "Idempotency-Key: k{n}\r\n"),
                slowBodies("slow bodies of 1 MiB by strangers, closed address", "POST", Target.TASKS, ""),
                slowBodies("slow bodies of 1 MiB at sign-in", "POST", "/api/v1/auth/login", ""),
                slowBodies(
                        "slow bodies of 1 MiB by one user with Idempotency-Key",
                        "POST",
                        Target.TASKS,
                        Target.authorization("slow") + "Content-Type: application/json\r\nIdempotency-Key: k{n}\r\n"),
                oneByte,
                new OneNetwork(oneByte),
                new SlowRequests(
                        "6,000 connections with a byte of a body at sign-in",
                        6000,
                        "POST",
                        "/api/v1/auth/login",
                        "Content-Type: application/json\r\n",
                        2_048,
                        1),
                new SlowRequests("6,000 connections whose headers do not end", 6000, "GET", "/", "", -1, 0)));
        attacks.addAll(List.of(
                new HeldUploads(),
                new OpaqueJson(),
                new Previews(300),
                new Previews(45),
                new SignIns(),
                new FullHistory()));
        return attacks;
    }

    private static Attack slowBodies(String name, String method, String path, String headers) {
        return new SlowRequests(name, 1000, method, path, headers, MEBIBYTE, MEBIBYTE - 1000);
    }

    private static boolean isWithstood(Server server, Attack attack) throws Exception {
        boolean isWithstood = false;
        int attempts = 0;
        while (!isWithstood && attempts < ATTEMPTS && server.isAlive()) {
            isWithstood = attack(server, attack);
            attempts++;
        }
        System.out.printf("%-4s %s: %d attempts%n", isWithstood ? "ok" : "FAIL", attack.name(), attempts);
        return isWithstood;
    }

    private static boolean attack(Server server, Attack attack) throws Exception {
        Target target = new Target(server.port());
        attack.prepare(target);
        Probe probe = new Probe(target);
        attack.run(target, ATTACK);
        long ended = System.nanoTime();
        probe.stop();
        Duration recovery = recovery(server, ended);
        boolean spared =
                probe.liveness().isWithin(Limits.LIVENESS) && probe.neighbour().isWithin(Limits.NEIGHBOUR);
        boolean passed = (spared || !attack.sparesOthers()) && recovery.compareTo(Limits.RECOVERY) <= 0;
        System.out.printf(
                Locale.ROOT,
                "     %s: liveness %s; others %s; %s%n",
                passed ? "withstood" : "not withstood",
                text(probe.liveness()),
                text(probe.neighbour()),
                server.isAlive() ? state(server, recovery) : "the server ended");
        return passed;
    }

    private static String state(Server server, Duration recovery) throws Exception {
        return String.format(
                Locale.ROOT,
                "served as before after %.1f s; %d MiB resident",
                recovery.toMillis() / 1e3,
                server.residentKilobytes() / 1024);
    }

    private static String text(Measured measured) {
        return String.format(
                Locale.ROOT,
                "%d answers, slowest %.2f s, failures %s",
                measured.answered(),
                measured.slowest().toMillis() / 1e3,
                measured.failures());
    }

    /** How long after this moment both kinds of requests are served again; looks for a minute at most. */
    private static Duration recovery(Server server, long ended) throws InterruptedException {
        Target target = new Target(server.port());
        Duration since = Duration.ZERO;
        while (server.isAlive() && !Probe.isServed(target) && since.compareTo(LONGEST_RECOVERY) < 0) {
            Thread.sleep(100);
            since = Duration.ofNanos(System.nanoTime() - ended);
        }
        return server.isAlive() ? Duration.ofNanos(System.nanoTime() - ended) : LONGEST_RECOVERY;
    }

    /** What is measured is the attack and not a fresh process, whose code is compiled while it serves its first requests. */
    private static void warmUp(Target target) throws InterruptedException {
        Requests.repeat(WARM_UP_CLIENTS, WARM_UP, (number, round) -> {
            target.get(Target.LIVENESS, "nobody");
            target.post(Target.TASKS, "regular-" + number, "{\"title\": \"water the plants\"}");
            target.get("/v3/api-docs", "regular-" + number);
            byte[] noJson = {'a'};
            target.exchange(number, "POST", "/api/v1/auth/login", "Content-Type: application/json\r\n", noJson);
            target.exchange(number, "POST", Target.TASKS, "", noJson);
        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
