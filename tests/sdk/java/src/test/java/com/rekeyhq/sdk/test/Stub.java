package com.rekeyhq.sdk.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stub of the service: it answers one after the other what it was given, and keeps what it was asked. */
final class Stub implements AutoCloseable {
  /** The line is cut instead of an answer. */
  static final Answer CUT = new Answer(0, Map.of(), "");

  final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  final String url;

  private final Queue<Answer> answers;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Stub(Answer... answers) throws IOException {
    this.answers = new ArrayDeque<>(List.of(answers));
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = exchange.getRequestHeaders();
    asked.add(new Asked(exchange.getRequestURI().toString(), headers, body, System.nanoTime()));
    Answer answer = answers.remove();
    if (answer != CUT) {
      byte[] raw = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status, raw.length);
      exchange.getResponseBody().write(raw);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  record Answer(int status, Map<String, String> headers, String body) {}

  record Asked(String target, Map<String, List<String>> headers, String body, long at) {
    String header(String name) {
      return headers.get(name).get(0);
    }
  }
}
