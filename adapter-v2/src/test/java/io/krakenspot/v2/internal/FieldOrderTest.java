package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldOrderTest {
  private static final long SEED = 4711;

  static String[] frames() {
    return Frames.all();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void theOrderOfFieldsDoesNotMatter(String frame) throws IOException {
    V2Codec codec = new V2Codec();
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      String shuffled = shuffled(frame, random);
      assertThat(Heard.in(codec, shuffled))
          .as("seed %s: %s", SEED, shuffled)
          .isEqualTo(Heard.in(frame));
    }
  }

  private static String shuffled(String frame, Random random) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(frame)) {
      parser.nextToken();
      return value(parser, random);
    }
  }

  private static String value(JsonParser parser, Random random) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      List<String> fields = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        fields.add("\"" + name + "\":" + value(parser, random));
      }
      Collections.shuffle(fields, random);
      return "{" + String.join(",", fields) + "}";
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<String> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(parser, random));
      }
      return "[" + String.join(",", elements) + "]";
    }
    String text = parser.getText();
    return parser.currentToken() == JsonToken.VALUE_STRING ? "\"" + text + "\"" : text;
  }
}
