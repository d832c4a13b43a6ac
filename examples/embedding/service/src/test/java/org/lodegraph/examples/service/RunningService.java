package org.lodegraph.examples.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service as a process of its own, started as docs/embedding.md says, on a port that is free. */
final class RunningService implements AutoCloseable {

    static final List<String> COMMAND = List.of(
            "--add-modules",
            "ALL-MODULE-PATH",
            "--module",
            "org.lodegraph.examples.service/org.lodegraph.examples.service.Service");

    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final URI home;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningService(String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--module-path");
        command.add(Path.of("target", "modules").toString());
        command.addAll(COMMAND);
        command.add("--server.port=0");
        command.addAll(List.of(args));
        CompletableFuture<Integer> port = new CompletableFuture<>();
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread reader = new Thread(() -> read(port), "log of the service");
            reader.setDaemon(true);
            reader.start();
            home = URI.create("http://127.0.0.1:" + port.get(2, TimeUnit.MINUTES) + "/");
        } catch (Exception failed) {
            throw new IllegalStateException("The service did not start: " + log, failed);
        }
    }

    private void read(CompletableFuture<Integer> port) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher started = PORT.matcher(line);
                if (started.find()) {
                    port.complete(Integer.valueOf(started.group(1)));
                }
            }
            port.completeExceptionally(new IllegalStateException("it ended"));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    URI at(String address) {
        return home.resolve(address);
    }

    /** Lines of the log that tell of a failure. */
    List<String> failures() {
        return log.stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    HttpResponse<String> get(String address, String... headers) {
        return send(HttpRequest.newBuilder(at(address)), headers);
    }

    HttpResponse<String> post(String body, String... headers) {
        return post(HttpRequest.BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> post(HttpRequest.BodyPublisher body, String... headers) {
        return send(
                HttpRequest.newBuilder(at("ask"))
                        .header("Content-Type", "application/json")
                        .POST(body),
                headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(home.toString()), log.stream()).collect(Collectors.joining("\n"));
    }
}
