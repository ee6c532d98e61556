package com.rekeyhq.sdk;

import com.fasterxml.jackson.annotation.JsonValue;

/** A word out of a list that may grow. {@link #isKnown} tells whether this version knows it; {@code switch} on {@link #value}. */
public abstract class OpenEnum {
  private final String value;

  protected OpenEnum(String value) {
    this.value = value;
  }

  /** As it is written in the answer. */
  @JsonValue
  public final String value() {
    return value;
  }

  public abstract boolean isKnown();

  @Override
  public final boolean equals(Object other) {
    return other != null && other.getClass() == getClass() && ((OpenEnum) other).value.equals(value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  @Override
  public final String toString() {
    return value;
  }
}
