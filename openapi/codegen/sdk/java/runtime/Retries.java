package com.rekeyhq.sdk;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How often, and how patiently, a call is repeated that can be repeated without harm. */
public final class Retries {
  public static final Retries USUAL = new Retries(4, Duration.ofMillis(250), Duration.ofSeconds(30));
  public static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO);

  private final int attempts;
  private final Duration firstWait;
  private final Duration longestWait;

  public Retries(int attempts, Duration firstWait, Duration longestWait) {
    this.attempts = attempts;
    this.firstWait = firstWait;
    this.longestWait = longestWait;
  }

  /** How long to wait before the next attempt; null if there is to be none. */
  Duration wait(int attempt, Duration asked) {
    if (attempt >= attempts) {
      return null;
    }
    if (asked != null) {
      // Not before the moment that the service named, and not all callers at once.
      return asked.compareTo(longestWait) > 0 ? null : asked.plus(random(Duration.ZERO, firstWait));
    }
    Duration ceiling = firstWait.multipliedBy(1L << Math.min(attempt - 1, 20));
    if (ceiling.compareTo(longestWait) > 0) {
      ceiling = longestWait;
    }
    return random(ceiling.dividedBy(2), ceiling);
  }

  private static Duration random(Duration from, Duration to) {
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(from.toNanos(), to.toNanos() + 1));
  }
}
