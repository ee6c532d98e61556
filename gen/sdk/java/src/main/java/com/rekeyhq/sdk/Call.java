package com.rekeyhq.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** One operation with its arguments, before it is sent. For the generated classes. */
public final class Call {
  final String surface;
  final String operation;
  final String method;
  private String path;
  private Map<String, Object> query = Map.of();
  Object body;
  boolean form;
  boolean keyed;
  boolean oauth;

  /** The operation as it is called, for instance users.create. */
  public Call(String operation, String surface, String method, String path) {
    this.operation = operation;
    this.surface = surface;
    this.method = method;
    this.path = path;
  }

  public Call path(String name, String value) {
    path = path.replace("{" + name + "}", encoded(value).replace("+", "%20"));
    return this;
  }

  public Call query(Query given) {
    query = new LinkedHashMap<>(given.values());
    return this;
  }

  public Call body(Model given) {
    body = given;
    return this;
  }

  /** An object without members. */
  public Call empty() {
    body = Map.of();
    return this;
  }

  public Call form(Model given) {
    form = true;
    return body(given);
  }

  public Call keyed() {
    keyed = true;
    return this;
  }

  public Call oauth() {
    oauth = true;
    return this;
  }

  /** Path and query. */
  String target() {
    return query.isEmpty() ? path : path + "?" + pairs(query, false);
  }

  /** The same for the log. */
  String shownTarget() {
    return query.isEmpty() ? path : path + "?" + pairs(query, true);
  }

  String content() {
    if (!form) {
      return Json.write(body);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> i = Json.tree(body).fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> member = i.next();
      members.put(member.getKey(), member.getValue().asText());
    }
    return pairs(members, false);
  }

  private static String pairs(Map<String, Object> values, boolean hide) {
    StringJoiner joined = new StringJoiner("&");
    values.forEach(
        (name, value) ->
            joined.add(encoded(name) + "=" + (hide && Facts.SECRETS.contains(name) ? Model.HIDDEN : encoded(value.toString()))));
    return joined.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
