package com.rekeyhq.sdk.test;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.rekeyhq.sdk.Rekey;
import com.rekeyhq.sdk.Retries;
import examples.Snippets;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every snippet once, against the stand-in that knows what must arrive. */
class SnippetsTest {
  @TestFactory
  Stream<DynamicTest> isAnswered() {
    String url = System.getenv("REKEY_STANDIN_URL");
    Snippets snippets = new Snippets(Rekey.at(url).token("a token").retries(Retries.NONE).build());
    return Arrays.stream(Snippets.class.getDeclaredMethods())
        .filter(snippet -> Modifier.isPublic(snippet.getModifiers()))
        .map(snippet -> dynamicTest(snippet.getName(), () -> snippet.invoke(snippets)));
  }
}
