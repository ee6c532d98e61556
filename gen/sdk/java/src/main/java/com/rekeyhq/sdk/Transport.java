package com.rekeyhq.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends calls: deadlines, repetitions that do no harm, errors, and a log without secrets. For the generated classes. */
public final class Transport {
  private static final Logger LOG = System.getLogger("com.rekeyhq.sdk");
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

  private final HttpClient http;
  private final String url;
  private final Map<String, String> headers;
  private final Duration timeout;
  private final Retries retries;

  Transport(HttpClient http, String url, Map<String, String> headers, Duration timeout, Retries retries) {
    this.http = http;
    this.url = url;
    this.headers = headers;
    this.timeout = timeout;
    this.retries = retries;
  }

  public <T> T send(Call call, RequestOptions options, Class<T> type) {
    HttpRequest request = request(call, options, "application/json");
    // Anything else might be done twice.
    boolean repeatable = call.keyed || call.method.equals("GET");
    for (int attempt = 1; ; attempt++) {
      Duration wait;
      try {
        long began = asked(call, attempt);
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 == 2) {
          return result(call, response, began, type);
        }
        Refusal refusal = new Refusal(call, response.statusCode(), response.headers(), response.body());
        ApiException refused = refusal.exception();
        answered(call, response, began, refusal.body());
        boolean again = BUSY.contains(refused.status()) || ProblemCode.IDEMPOTENCY_IN_PROGRESS.equals(refused.code());
        wait = repeatable && again ? retries.wait(attempt, refused.retryAfter()) : null;
        if (wait == null) {
          throw refused;
        }
      } catch (IOException e) {
        LOG.log(Level.DEBUG, () -> call.method + " " + call.shownTarget() + ": " + e.getClass().getSimpleName());
        wait = repeatable ? retries.wait(attempt, null) : null;
        if (wait == null) {
          throw new NoAnswerException(call.operation, attempt, e);
        }
      } catch (InterruptedException e) {
        throw interrupted(call, attempt, e);
      }
      pause(call, attempt, wait);
    }
  }

  /** An object a line, as they come; to be closed. What began to arrive is not repeated. */
  public <T> Stream<T> lines(Call call, RequestOptions options, Class<T> type) {
    HttpRequest request = request(call, options, "application/x-ndjson");
    try {
      long began = asked(call, 1);
      HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
      if (response.statusCode() / 100 != 2) {
        try (Stream<String> body = response.body()) {
          Refusal refusal =
              new Refusal(call, response.statusCode(), response.headers(), body.collect(Collectors.joining("\n")));
          ApiException refused = refusal.exception();
          answered(call, response, began, refusal.body());
          throw refused;
        }
      }
      answered(call, response, began, null);
      return response.body().filter(line -> !line.isEmpty()).map(line -> read(call, response, line, type));
    } catch (UncheckedIOException | IOException e) {
      throw new NoAnswerException(call.operation, 1, e);
    } catch (InterruptedException e) {
      throw interrupted(call, 1, e);
    }
  }

  private HttpRequest request(Call call, RequestOptions options, String accept) {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.put("Accept", accept);
    sent.putAll(headers);
    if (call.keyed) {
      // Made once, so that each attempt carries the same.
      sent.put("Idempotency-Key", UUID.randomUUID().toString());
    }
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
    if (call.body != null) {
      sent.put("Content-Type", call.form ? "application/x-www-form-urlencoded" : "application/json");
      body = HttpRequest.BodyPublishers.ofString(call.content());
    }
    sent.putAll(options.headers());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url + call.target()))
            .timeout(options.timeoutOr(timeout))
            .method(call.method, body);
    sent.forEach(builder::header);
    return builder.build();
  }

  private <T> T result(Call call, HttpResponse<String> response, long began, Class<T> type) {
    if (type == Void.class) {
      answered(call, response, began, null);
      return null;
    }
    T result = read(call, response, response.body(), type);
    Model shown = null;
    if (result instanceof Model) {
      // A bare text may hold anything.
      shown = (Model) result;
      shown.answer(new Answer(response.statusCode(), response.headers()));
    }
    answered(call, response, began, shown);
    return result;
  }

  private static <T> T read(Call call, HttpResponse<?> response, String text, Class<T> type) {
    T result = Json.read(text, type);
    if (result == null) {
      Refusal unreadable = new Refusal(call, response.statusCode(), response.headers(), "");
      throw new ApiException(unreadable, null, "the answer is no " + type.getSimpleName(), unreadable.requestId());
    }
    return result;
  }

  private static long asked(Call call, int attempt) {
    LOG.log(Level.DEBUG, () -> call.method + " " + call.shownTarget()
        + (call.body == null ? "" : " " + call.body) + " attempt " + attempt);
    return System.nanoTime();
  }

  private static void answered(Call call, HttpResponse<?> response, long began, Model body) {
    LOG.log(Level.DEBUG, () -> call.method + " " + call.shownTarget() + ": " + response.statusCode()
        + " in " + (System.nanoTime() - began) / 1_000_000 + " ms, request "
        + response.headers().firstValue("X-Request-Id").orElse("unknown") + (body == null ? "" : " " + body));
  }

  private static void pause(Call call, int attempt, Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(call, attempt, e);
    }
  }

  private static NoAnswerException interrupted(Call call, int attempt, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new NoAnswerException(call.operation, attempt, cause);
  }
}
