package com.rekeyhq.sdk;

/** The base of all errors of this package. */
public abstract class RekeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RekeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
