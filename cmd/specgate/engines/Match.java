import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a pattern and a text a line, in base64, and answers 1 or 0 as Bean Validation does: the whole text has to match. */
class Match {
  public static void main(String[] none) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      try {
        System.out.println(Pattern.compile(read(words[0])).matcher(read(words[1])).matches() ? "1" : "0");
      } catch (PatternSyntaxException e) {
        System.out.println("E");
      }
    }
  }

  private static String read(String word) {
    return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
  }
}
