package dev.parley.e2e;

import dev.parley.web.testing.RawExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests as no honest client sends them, or as few do: anything may stand in their methods, queries and headers. */
final class OddRequests {

    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get", "M-X");

    private static final List<String> NAMES = List.of(
            "",
            "limit",
            "after",
            "before",
            "order",
            "user",
            "status",
            "priority",
            "tag",
            "search",
            "sort",
            "expires",
            "signature",
            "%C3%28",
            "%00",
            "a[]",
            "%",
            "includes");

    private static final List<String> VALUES = List.of(
            "",
            "=",
            "1",
            "-1",
            "0",
            "1.5",
            "1e9",
            "NaN",
            "99999999999999999999",
            "2147483648",
            "%C3%28",
            "%00",
            "msg_%00",
            "x%00y",
            "%ED%A0%80",
            "%",
            "%zz",
            "%e",
            "%FF%FE",
            "%F0%9F%98%80",
            "asc",
            "%27%3B--",
            "true",
            "00000000-0000-0000-0000-000000000000",
            "1700000000",
            "+",
            "%2B%20",
            "a;b",
            "%0D%0Ax:y",
            "%u0041");

    private static final List<String> LANGUAGES = List.of(
            "sv,da;q=0.9,nb;q=0.8,fi;q=0.7,et;q=0.6,lv;q=0.5,lt;q=0.4,pl;q=0.3,cs;q=0.2,sk;q=0.1,hu;q=0.1,de;q=0.1",
            many("x%03d-y;q=0.5"),
            "*",
            "de;q=x",
            ",,;q=1;;",
            "\u00dc\u0085\u009f",
            "de-\u00ff",
            "-",
            "i-klingon",
            "en;q=1e308",
            "zh-Hant-TW-x-a-b-c-d-e-f-g",
            many("%d"));

    private static final List<String> HEADERS = List.of(
            "Accept: %s",
            "Accept: image/png",
            "Accept: text/event-stream",
            "Accept: */*;q=2",
            "Accept: a/b/c",
            "Accept: ;,;",
            "Accept: text/%s",
            "Content-Type: %s",
            "Content-Type: application/json;charset=klingon",
            "Content-Type: application/json; charset=%s",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=%s",
            "Content-Type: application/x-www-form-urlencoded",
            "Origin: %s",
            "Origin: http://[",
            "Origin: http://a:99999999",
            "Origin: null",
            "Origin: http://%zz/",
            "Access-Control-Request-Method: %s",
            "Access-Control-Request-Headers: %s",
            "Range: bytes=5-1",
            "Range: bytes=a-b",
            "Range: %s",
            "If-Modified-Since: %s",
            "If-None-Match: %s",
            "If-Match: \"",
            "If-Range: %s",
            "Cookie: %s",
            "Cookie: a=\"b;c",
            "X-Forwarded-For: %s",
            "X-Forwarded-Host: %s",
            "X-Forwarded-Proto: %s",
            "X-Forwarded-Prefix: %s",
            "X-Forwarded-Port: %s",
            "Forwarded: %s",
            "Forwarded: for=\"",
            "Last-Event-ID: %s",
            "Idempotency-Key: %s",
            "Idempotency-Key: \"",
            "X-Request-Id: %s",
            "X-HTTP-Method-Override: %s",
            "Upgrade: h2c",
            "Upgrade: %s",
            "HTTP2-Settings: %s",
            "traceparent: %s",
            "Authorization: Basic %s",
            "Authorization: Bearer",
            "Authorization: Bearer %s",
            "Authorization: %s",
            "Host: %s",
            "Content-Length: %s",
            "User-Agent: %s",
            "TE: %s",
            "Prefer: %s",
            "Content-Encoding: %s",
            "Content-Language: %s",
            "X-\u00e9: 1",
            "A\u0001: 1",
            ": 1",
            "no colon",
            "Date: %s",
            "Max-Forwards: %s");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            "x",
            "\u00fc",
            "\u0085\u009f",
            "\"",
            "\\",
            "0",
            "-1",
            "99999999999999999999",
            "a,b;c=d",
            "%00",
            "%C3%28",
            "x".repeat(1500),
            "\t",
            "{}",
            "[::1]:80",
            "a b",
            "charset=\"",
            "*/*",
            "bytes=0-",
            "\u0001",
            "\ufffe",
            "::1%eth0");

    private final Random random;

    OddRequests(Random random) {
        this.random = random;
    }

    /** A request to an address of Parley's. */
    Request to(String path) {
        return new Request(one(METHODS), path + query(), headers());
    }

    /** Some headers, which may be anything. */
    List<String> headers() {
        List<String> headers = new ArrayList<>();
        if (random.nextBoolean()) {
            headers.add("Accept-Language: " + one(LANGUAGES));
        }
        IntStream.range(0, random.nextInt(4)).forEach(index -> headers.add(header()));
        return headers;
    }

    private String header() {
        return one(HEADERS).replace("%s", one(HEADER_VALUES));
    }

    private String query() {
        return random.nextInt(3) == 0
                ? ""
                : IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(index -> one(NAMES) + (random.nextInt(5) == 0 ? "" : "=") + one(VALUES))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String many(String each) {
        return IntStream.range(0, 200).mapToObj(each::formatted).collect(Collectors.joining(","));
    }

    /**
     * A request.
     *
     * @param target the path and the query, as they are sent
     * @param headers whole lines
     */
    record Request(String method, String target, List<String> headers) {

        /** Sends it, as someone with this token where the headers do not say another. */
        RawExchange send(int port, String token) {
            List<String> all = new ArrayList<>(headers);
            if (!token.isEmpty() && all.stream().noneMatch(header -> header.startsWith("Authorization"))) {
                all.add("Authorization: Bearer " + token);
            }
            return RawExchange.of(port, method, target, all);
        }
    }
}
