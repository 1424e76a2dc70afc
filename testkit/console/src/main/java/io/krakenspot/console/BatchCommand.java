package io.krakenspot.console;

import io.krakenspot.client.Trading;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.Placed;
import io.krakenspot.port.Command.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code order batch}. */
@Command(
    name = "batch",
    description = {
      "Places 2 to 15 orders of one pair with one request; v2 only.",
      "An order is a JSON object on a line, whose fields are the options of 'order place', such as",
      "{\"pair\":\"BTC/USD\",\"side\":\"buy\",\"type\":\"limit\",\"quantity\":0.01,\"limit\":60000,"
          + "\"postOnly\":true}"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BatchCommand extends OrderSubcommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Orders, one a line (default: standard input).")
  private @Nullable Path file;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "After which the engine drops the batch, 1s to 60s.")
  private @Nullable Duration deadline;

  @Option(names = "--validate", description = "Has them checked, not placed.")
  private boolean validateOnly;

  @Mixin private OrderCheckOption check = new OrderCheckOption();

  BatchCommand(Stdio stdio) {
    super(stdio);
  }

  @Override
  boolean checked() {
    return check.wanted();
  }

  @Override
  Request request() throws IOException {
    OrderBatch batch = new OrderBatch(orders(), deadline, validateOnly);
    return (trading, fates) -> send(batch, trading, fates);
  }

  private static void send(OrderBatch batch, Trading trading, Fates fates) {
    CompletionStage<List<Fate<Placed>>> all = trading.place(batch);
    for (int i = 0; i < batch.orders().size(); i++) {
      int index = i;
      fates.add(
          Kind.PLACE_BATCH,
          NewOrderOptions.key(batch.orders().get(i)),
          all.thenApply(answers -> answers.get(index)));
    }
  }

  private List<NewOrder> orders() throws IOException {
    List<NewOrder> orders = new ArrayList<>();
    try (BufferedReader in = open()) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          orders.add(OrderLine.read(number, line));
        }
      }
    }
    return orders;
  }

  private BufferedReader open() {
    Path orders = file;
    try {
      InputStream in = orders == null ? stdio().in() : Files.newInputStream(orders);
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + orders, e);
    }
  }
}
