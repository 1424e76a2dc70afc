package io.krakenspot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.order.NewOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * An order as a JSON line: {@code {"timeInForce":"ioc"}} says what {@code --time-in-force ioc}
 * does. Numbers keep their digits.
 */
final class OrderLine {
  private static final JsonFactory JSON = new JsonFactory();

  private OrderLine() {}

  static NewOrder read(int number, String line) throws IOException {
    NewOrderOptions options = new NewOrderOptions();
    CommandLine reader = Converters.register(new CommandLine(options)).setExpandAtFiles(false);
    try {
      reader.parseArgs(arguments(line, reader).toArray(String[]::new));
      return options.order();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "line " + number + " is no JSON object: " + e.getOriginalMessage(), e);
    } catch (ParameterException | IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }

  private static List<String> arguments(String line, CommandLine reader) throws IOException {
    List<String> arguments = new ArrayList<>();
    try (JsonParser in = JSON.createParser(line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("an order begins with {");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        add(in, reader, arguments);
      }
    }
    return arguments;
  }

  private static void add(JsonParser in, CommandLine reader, List<String> arguments)
      throws IOException {
    String field = in.currentName();
    String option = option(field);
    if (reader.getCommandSpec().findOption(option) == null) {
      throw new IllegalArgumentException("an order has no '" + field + "'");
    }
    JsonToken value = in.nextToken();
    if (value == JsonToken.VALUE_TRUE) {
      arguments.add(option);
    } else if (value == null || !value.isScalarValue()) {
      throw new IllegalArgumentException("'" + field + "' must be a text, a number or a truth");
    } else if (value != JsonToken.VALUE_FALSE && value != JsonToken.VALUE_NULL) {
      arguments.add(option + "=" + in.getText());
    }
  }

  /** {@code --time-in-force} for {@code timeInForce}. */
  private static String option(String field) {
    return "--" + field.replaceAll("(\\p{Upper})", "-$1").toLowerCase(Locale.ROOT);
  }
}
