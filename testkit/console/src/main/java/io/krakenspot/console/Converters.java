package io.krakenspot.console;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.SelfTradePrevention;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.TriggerReference;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. What cannot be read is refused with what to write instead. */
final class Converters {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Set<String> SCHEMES = Set.of("ws", "wss");

  private Converters() {}

  /** Teaches a command and its subcommands all types. */
  static CommandLine register(CommandLine command) {
    named(command, Api.class);
    named(command, ChaosCommand.Apis.class);
    named(command, Channel.class);
    named(command, Trigger.class);
    named(command, Side.class);
    named(command, OrderType.class);
    named(command, TimeInForce.class);
    named(command, SelfTradePrevention.class);
    named(command, FeePreference.class);
    named(command, TriggerReference.class);
    return command
        .registerConverter(Depth.class, orExplain(text -> Depth.of(Integer.parseInt(text))))
        .registerConverter(
            Interval.class, orExplain(text -> Interval.ofMinutes(Integer.parseInt(text))))
        .registerConverter(Pair.class, orExplain(Pair::of))
        .registerConverter(BigDecimal.class, orExplain(BigDecimal::new))
        .registerConverter(Integer.class, orExplain(Integer::valueOf))
        .registerConverter(Instant.class, orExplain(Converters::instant))
        .registerConverter(OrderPrice.class, orExplain(Converters::price))
        .registerConverter(Duration.class, orExplain(Converters::duration))
        .registerConverter(PemFile.class, orExplain(PemFile::of))
        .registerConverter(URI.class, orExplain(Converters::server));
  }

  private static <E extends Enum<E>> void named(CommandLine command, Class<E> type) {
    command.registerConverter(type, orExplain(text -> constant(text, type.getEnumConstants())));
  }

  /** A constant by its name, in whatever case, with {@code -} or {@code _}. */
  private static <E extends Enum<E>> E constant(String text, E[] constants) {
    String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : constants) {
      if (constant.name().equals(wanted) && isMeant(constant)) {
        return constant;
      }
    }
    String known =
        Arrays.stream(constants)
            .filter(Converters::isMeant)
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + text + "' is none of " + known);
  }

  /** What an exchange may say one day is nothing that a user can mean. */
  private static boolean isMeant(Enum<?> constant) {
    return !constant.name().equals("UNKNOWN");
  }

  /** {@code 60000}, {@code +100} away in the quote currency, {@code +2%} away. */
  private static OrderPrice price(String text) {
    boolean percent = text.endsWith("%");
    BigDecimal value = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
    boolean signed = text.startsWith("+") || text.startsWith("-");
    return percent
        ? OrderPrice.percentAway(value)
        : signed ? OrderPrice.away(value) : OrderPrice.of(value);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time such as 2026-03-02T10:00:00Z", e);
    }
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no time such as 500ms, 5s or 1m");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  private static URI server(String text) {
    try {
      URI uri = new URI(text);
      if (SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getPort() <= Kraken.LAST_PORT) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // what to write instead is said below
    }
    throw new IllegalArgumentException(
        "write ws://host:port or wss://host:port, such as ws://127.0.0.1:8080");
  }

  /** Lets the message of a refused value reach the user. */
  private static <T> ITypeConverter<T> orExplain(Function<String, T> reader) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is not a number");
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }
}
