package com.rekeyhq.sdk;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Where a service may be. */
final class Addresses {
  private Addresses() {}

  /** The address without a slash at its end. */
  static String checked(String url, boolean insecureHttp) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw unlike();
    }
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    if (!plain && !"https".equalsIgnoreCase(uri.getScheme())
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw unlike();
    }
    // Credentials and passwords must not travel in clear (CWE-319).
    if (plain && !insecureHttp && !isHere(uri.getHost())) {
      throw new IllegalArgumentException(
          uri.getRawAuthority() + " would be called without TLS; use https, or insecureHttp()");
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static IllegalArgumentException unlike() {
    return new IllegalArgumentException("the address must be like https://id.example.com");
  }

  private static boolean isHere(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    // A host of these characters alone is a number: a name is not looked up.
    if (!host.matches("\\[[0-9a-fA-F:.]+]|[0-9.]+")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
