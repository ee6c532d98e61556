package com.rekeyhq.sdk;

import com.rekeyhq.sdk.api.Namespaces;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.TreeMap;

/** All surfaces of one service. It may be used by several threads at once. */
public final class Rekey extends Namespaces {
  private final Builder settings;
  private final Transport transport;

  private Rekey(Builder settings) {
    this.settings = settings;
    TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String agent = "rekey-java/" + Facts.VERSION + " (Java " + Runtime.version().feature() + ")";
    headers.put("User-Agent", settings.userAgent == null ? agent : settings.userAgent + " " + agent);
    if (settings.token != null) {
      headers.put("Authorization", "Bearer " + settings.token);
    }
    transport = new Transport(settings.http, settings.url, headers, settings.timeout, settings.retries);
  }

  /** Where the service is, without a path of a surface. */
  public static Builder at(String url) {
    return new Builder(url);
  }

  /** The same service and connections for another caller; null for an anonymous one. */
  public Rekey withToken(String token) {
    return settings.copy().token(token).build();
  }

  @Override
  protected Transport transport() {
    return transport;
  }

  @Override
  public String toString() {
    return "Rekey(" + settings.url + ")";
  }

  /** How a client is made. */
  public static final class Builder {
    private String url;
    private String token;
    private Duration timeout = Duration.ofSeconds(30);
    private Retries retries = Retries.USUAL;
    private String userAgent;
    private HttpClient http;
    private boolean insecureHttp;

    private Builder(String url) {
      this.url = url;
    }

    /** An API key, an access token or a session token, not empty. Without it, or with null, the calls are anonymous. */
    public Builder token(String given) {
      token = given == null ? null : RequestOptions.given("token", given);
      return this;
    }

    /** For each attempt of a call; 30 seconds if not set. */
    public Builder timeout(Duration given) {
      timeout = given;
      return this;
    }

    public Builder retries(Retries given) {
      retries = given;
      return this;
    }

    /** The name and version of your program, put before that of this package. */
    public Builder userAgent(String given) {
      userAgent = given;
      return this;
    }

    /** A client of your own, for a proxy or certificates. */
    public Builder http(HttpClient given) {
      http = given;
      return this;
    }

    /** Allows an address that begins with http and is not this machine's. */
    public Builder insecureHttp() {
      insecureHttp = true;
      return this;
    }

    /** Refuses an address that is none, or to which keys and passwords would travel in clear. */
    public Rekey build() {
      Builder settled = copy();
      settled.url = Addresses.checked(url, insecureHttp);
      if (settled.http == null) {
        settled.http =
            HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(url.startsWith("https:") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .build();
      }
      return new Rekey(settled);
    }

    private Builder copy() {
      Builder made = new Builder(url);
      made.token = token;
      made.timeout = timeout;
      made.retries = retries;
      made.userAgent = userAgent;
      made.http = http;
      made.insecureHttp = insecureHttp;
      return made;
    }
  }
}
