package com.rekeyhq.sdk;

/** The service could not be reached, or its answer did not arrive; the cause says why. */
public final class NoAnswerException extends RekeyException {
  private static final long serialVersionUID = 1L;

  private final int attempts;

  NoAnswerException(String operation, int attempts, Throwable cause) {
    super(operation + ": no answer after " + attempts + (attempts == 1 ? " attempt" : " attempts"), cause);
    this.attempts = attempts;
  }

  public int attempts() {
    return attempts;
  }
}
