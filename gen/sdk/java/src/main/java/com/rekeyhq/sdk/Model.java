package com.rekeyhq.sdk;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

  protected abstract void show(Shown to);

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
    Shown shown = new Shown();
    show(shown);
    if (!others.isEmpty()) {
      shown.plain("unknown", others.keySet());
    }
    return getClass().getSimpleName() + shown;
  }

  /** Collects what may be printed. */
  protected static final class Shown {
    private final StringBuilder text = new StringBuilder("(");

    public void plain(String name, Object value) {
      if (value != null) {
        text.append(text.length() > 1 ? ", " : "").append(name).append('=').append(value);
      }
    }

    public void secret(String name, Object value) {
      plain(name, value == null ? null : HIDDEN);
    }

    @Override
    public String toString() {
      return text + ")";
    }
  }
}
