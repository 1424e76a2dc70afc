package io.krakenspot.console;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Trading;
import io.krakenspot.console.internal.event.EventFormat;
import io.krakenspot.console.internal.event.JsonEvents;
import io.krakenspot.console.internal.event.PlainEvents;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the subcommands of {@code order} share: they connect, send, and tell the fate. */
abstract class OrderSubcommand implements Callable<Integer> {
  private final Stdio stdio;

  @Mixin private Connecting connecting = new Connecting();

  @Option(
      names = "--answer-within",
      paramLabel = "TIME",
      description = "After which the fate is unknown, such as 500ms or 5s (default: 5s).")
  private Duration answerWithin = Duration.ofSeconds(5);

  @Option(
      names = "--settle-within",
      paramLabel = "TIME",
      description = "How long to wait for an unknown fate to be settled (default: 60s).")
  private Duration settleWithin = Duration.ofSeconds(60);

  @Option(names = "--json", description = "One JSON object a line; see docs/json-events.md.")
  private boolean json;

  OrderSubcommand(Stdio stdio) {
    this.stdio = stdio;
  }

  /** Something to send. */
  interface Request {
    /** Sends it, and hands on every fate it will have. */
    void send(Trading trading, Fates fates);
  }

  /** Reads and checks the arguments, before anything is dialled. */
  abstract Request request() throws IOException;

  /** Whether what is sent is checked against reference data first. */
  boolean checked() {
    return false;
  }

  final Stdio stdio() {
    return stdio;
  }

  @Override
  public final Integer call() throws IOException {
    Request request = request();
    Credentials credentials = connecting.credentials(stdio.environment());
    EventFormat format = json ? new JsonEvents() : new PlainEvents();
    Troubles troubles = new Troubles();
    try (OnInterrupt interrupt = new OnInterrupt();
        Transport transport = connecting.transport();
        KrakenClient client =
            connecting
                .client(transport)
                .credentials(credentials)
                .commandDeadline(answerWithin)
                .build();
        Lines lines = new Lines(stdio.out(), format::lost, () -> {})) {
      client.onConnection(troubles);
      Fates fates = new Fates(format, lines);
      try {
        request.send(trading(client, interrupt), fates);
      } catch (ConnectionFailedException e) {
        stdio.err().println(e.getMessage());
        troubles.tell();
        return Fates.NOT_SENT;
      }
      int status = fates.await(interrupt.end(), answerWithin.plus(settleWithin));
      if (status == Fates.NOT_SENT) {
        troubles.tell();
      }
      return status;
    }
  }

  private Trading trading(KrakenClient client, OnInterrupt interrupt) {
    Trading trading = client.trading();
    return checked()
        ? trading.checkedAgainst(ReferenceData.of(client, answerWithin, interrupt.end()))
        : trading;
  }

  /** Tells what the library warns of, and remembers why there is no link. */
  private final class Troubles implements ConnectionListener {
    private volatile @Nullable String last;

    @Override
    public void onConnection(ConnectionEvent event) {
      boolean down =
          event.state() == ConnectionState.WAITING || event.state() == ConnectionState.CLOSED;
      last = down ? "connection " + event.state() + ", " + event.detail() : last;
    }

    void tell() {
      String text = last;
      if (text != null) {
        stdio.err().println(text);
      }
    }

    @Override
    public void onWarning(String text) {
      stdio.err().println(text);
    }
  }
}
