package vn.toam.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.toam.hostile.Routes.Route;

/**
 * Every address with hostile values: nothing that a visitor sends makes the application fail. {@code -Dfuzz=10000} sends as many requests
 * (the figure published in bench/README.md); every check sends fewer, from the same seed.
 */
class FuzzTest extends HostileTest {

    private static final int REQUESTS = Integer.getInteger("fuzz", 1_200);
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z]+)(?::((?:[^{}]|\\{[^}]*})*))?}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\\d+(?=/|$)");

    static final List<String> HOSTILE = List.of(
            "",
            "\u0000",
            "a\u0000b",
            "2147483647",
            "-2147483648",
            "2147483648",
            "99999999999999999999",
            "-1",
            "0",
            "1e400",
            "NaN",
            "9999-12-31",
            "+999999999-12-31",
            "-0001-01-01",
            "30/02/2026",
            "2026-02-30",
            "00000000-0000-0000-0000-000000000000",
            "' or 1=1 --",
            "\");drop table x",
            "%",
            "_%\\",
            "\\",
            "${7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "\r\nX: y",
            "\u202e\ufeff\ud7ff",
            "\ud83d\ude00".repeat(50),
            "đ".repeat(5_000),
            "null",
            "true",
            "[]",
            "{",
            "EXACT",
            "COMMUNE");

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    private final Random chance = new Random(20261130);
    private final Map<String, List<String>> known = new HashMap<>();

    @Test
    void nothingThatAVisitorSendsMakesTheApplicationFail() throws Exception {
        List<Route> routes = Routes.all(mappings.values());
        List<Visitor> visitors = new ArrayList<>();
        for (String account : new Visitor(port).take("/sign-in").isEmpty() ? List.<String>of() : accounts()) {
            Visitor visitor = new Visitor(port).demo(account);
            visitors.add(visitor);
            learn(visitor);
        }
        String key = key(visitors.getFirst());
        Map<String, String> failed = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            Route route = routes.get(i % routes.size());
            Visitor visitor = visitors.get(chance.nextInt(visitors.size()));
            String path = path(route);
            String form = form(route);
            HttpResponse<String> answer = send(visitor, route, path, form, key);
            if (answer.statusCode() >= 500 || wrongKind(path, answer)) {
                failed.putIfAbsent(
                        route.method() + " " + route.pattern() + " " + answer.statusCode(),
                        path + " " + cut(form) + " " + cut(answer.body()));
            }
        }
        assertThat(failed).isEmpty();
    }

    /** Errors of the API are JSON. */
    private static boolean wrongKind(String path, HttpResponse<String> answer) {
        return path.startsWith("/api/")
                && answer.statusCode() >= 400
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && !answer.body().contains("<title>HTTP Status 400");
    }

    private HttpResponse<String> send(Visitor visitor, Route route, String path, String form, String key)
            throws Exception {
        String query = form.isEmpty() ? "" : "?" + form;
        if (path.startsWith("/api/")) {
            return route.method().equals("GET")
                    ? visitor.get(path + query, "Authorization", "Bearer " + key)
                    : visitor.body(
                            route.method(),
                            path + query,
                            hostileJson(),
                            "Authorization",
                            "Bearer " + key,
                            "Content-Type",
                            "application/json");
        }
        if (!route.files().isEmpty() && chance.nextBoolean()) {
            return visitor.upload(
                    path + query, route.files().getFirst(), "a.xlsx", new byte[] {'P', 'K', 3, 4}, Map.of());
        }
        return route.body()
                ? visitor.body(route.method(), path, hostileJson(), "Content-Type", "application/json")
                : route.method().equals("GET") ? visitor.get(path + query) : visitor.post(path, form);
    }

    private List<String> accounts() throws Exception {
        String page = new Visitor(port).take("/sign-in");
        return Visitor.values(page, "name=\"username\" value=\"([^\"]+)\"").stream()
                .limit(8)
                .toList();
    }

    /** Ids that pages of this visitor show, so that hostile values also meet real things. */
    private void learn(Visitor visitor) throws Exception {
        for (String start :
                List.of("/overview", "/plans", "/collection", "/units", "/accounts", "/indicators", "/output")) {
            Visitor.values(visitor.get(start).body(), "(?:href|action)=\"(/[^\"#?]*)")
                    .forEach(link -> {
                        String shape = ID.matcher(link).replaceAll("*");
                        known.computeIfAbsent(shape, s -> new ArrayList<>()).add(link);
                    });
        }
    }

    private static String key(Visitor visitor) throws Exception {
        visitor.take("/accounts/me/keys");
        return Visitor.values(
                        visitor.post("/accounts/me/keys", Map.of("name", "thử")).body(), "<code class=\"key\">([^<]+)<")
                .getFirst();
    }

    private String path(Route route) {
        String shape = VARIABLE.matcher(route.pattern()).replaceAll("*");
        List<String> real = known.getOrDefault(shape, List.of());
        if (!real.isEmpty() && chance.nextInt(3) > 0) {
            return real.get(chance.nextInt(real.size()));
        }
        return VARIABLE.matcher(route.pattern()).replaceAll(found -> {
            String pattern = found.group(2);
            String value = pattern == null || chance.nextInt(4) == 0
                    ? Visitor.encode(value())
                            .replace("%2F", "-")
                            .replace("%5C", "-")
                            .replace("%00", "-")
                    : pattern.contains("\\d") ? "2147483647" : "x";
            return java.util.regex.Matcher.quoteReplacement(value.isEmpty() || value.equals("..") ? "x" : value);
        });
    }

    /** Some inputs hostile, some missing, some twice. */
    private String form(Route route) {
        List<String> fields = new ArrayList<>();
        for (String input : route.inputs()) {
            int times = chance.nextInt(8) == 0 ? 0 : chance.nextInt(10) == 0 ? 2 : 1;
            for (int i = 0; i < times; i++) {
                fields.add(input + "=" + Visitor.encode(value()));
            }
        }
        return String.join("&", fields).length() > 7_000
                ? fields.getFirst()
                        .substring(0, Math.min(7_000, fields.getFirst().length()))
                        .replaceAll("%[0-9A-F]?$", "")
                : String.join("&", fields);
    }

    private String hostileJson() {
        return switch (chance.nextInt(6)) {
            case 0 -> "";
            case 1 -> "{\"a\":".repeat(1_500);
            case 2 -> "[" + value() + "]";
            case 3 -> "null";
            default ->
                List.of("figures", "cells", "version", "key", "remark", "notes", "value", "username", "password")
                        .stream()
                        .map(name -> "\"" + name + "\":" + jsonValue())
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private String jsonValue() {
        String value = value().replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\u0000", "\\u0000");
        return switch (chance.nextInt(5)) {
            case 0 -> "1e400";
            case 1 -> "[\"" + value + "\"]";
            case 2 -> "{\"" + value + "\":\"" + value + "\"}";
            case 3 -> "2147483648";
            default -> "\"" + value + "\"";
        };
    }

    private String value() {
        return HOSTILE.get(chance.nextInt(HOSTILE.size()));
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
