package com.rekeyhq.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query parameters of one operation. */
public abstract class Query {
  private final Map<String, Object> values = new LinkedHashMap<>();

  protected Query() {}

  protected Query(Query other) {
    values.putAll(other.values);
  }

  protected final void put(String name, Object value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  final Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }
}
