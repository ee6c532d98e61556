package com.rekeyhq.sdk;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The base of all types: it keeps what a later version of the service adds, and prints no secret. */
@JsonAutoDetect(
    fieldVisibility = Visibility.NONE,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE,
    setterVisibility = Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class Model {
  static final String HIDDEN = "[secret]";

  private final Map<String, Object> others = new LinkedHashMap<>();
  private Answer answer;

  /** What came with the answer that this is; null if it is none. */
  public final Answer answer() {
    return answer;
  }

  final void answer(Answer given) {
    answer = given;
  }

  /** The members that this version does not know. They are sent again if the object is. */
  public final Map<String, Object> unknownMembers() {
    return Collections.unmodifiableMap(others);
  }

  /** Adds a member that this version does not know. */
  @JsonAnySetter
  public final void unknownMember(String name, Object value) {
    others.put(name, value);
  }

  @JsonAnyGetter
  @JsonInclude(content = JsonInclude.Include.ALWAYS)
  final Map<String, Object> written() {
    return others;
  }

  /** A null that was set on purpose is a member too, unlike one that was never set. */
  protected final void sendNull(String name, boolean send) {
    if (send) {
      others.put(name, null);
    } else {
      others.remove(name);
    }
  }

  @Override
  public final boolean equals(Object other) {
    return other != null && other.getClass() == getClass() && Json.tree(other).equals(Json.tree(this));
  }

  @Override
  public final int hashCode() {
    return Json.tree(this).hashCode();
  }

  /** Without secrets, and of unknown members the names alone: nobody has said yet which of these are secret. */
  @Override
  public final String toString() {
    StringJoiner shown = new StringJoiner(", ", getClass().getSimpleName() + "(", ")");
    for (Field member : getClass().getDeclaredFields()) {
      Object value = member.isAnnotationPresent(JsonProperty.class) ? valueOf(member) : null;
      if (value != null) {
        shown.add(member.getName() + "=" + (member.isAnnotationPresent(Secret.class) ? HIDDEN : value));
      }
    }
    if (!others.isEmpty()) {
      shown.add("unknown=" + others.keySet());
    }
    return shown.toString();
  }

  private Object valueOf(Field member) {
    try {
      member.setAccessible(true);
      return member.get(this);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Marks a member that is never printed. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  protected @interface Secret {}
}
