package io.krakenspot.internal.session;

import io.krakenspot.failure.KrakenException;
import io.krakenspot.market.Instruments;
import io.krakenspot.port.InstrumentQuery;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Transport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asks for reference data over REST, for a version that has no channel for it. */
final class InstrumentFeed {
  private final Transport transport;
  private final Loop loop;
  private final URI rest;

  InstrumentFeed(Transport transport, Loop loop, URI rest) {
    this.transport = transport;
    this.loop = loop;
    this.rest = rest;
  }

  /** Asks once; one of the two is called on the loop. */
  void ask(InstrumentQuery query, Consumer<Instruments> answer, Consumer<String> failed) {
    List<CompletableFuture<byte[]>> bodies =
        query.paths().stream()
            .map(path -> transport.get(rest.resolve(path)).toCompletableFuture())
            .toList();
    CompletableFuture<Void> unused =
        CompletableFuture.allOf(bodies.toArray(CompletableFuture[]::new))
            .whenComplete(
                (done, failure) ->
                    loop.execute(
                        () -> {
                          if (failure != null) {
                            failed.accept(reason(failure));
                          } else {
                            decode(query, bodies, answer, failed);
                          }
                        }));
  }

  private static void decode(
      InstrumentQuery query,
      List<CompletableFuture<byte[]>> bodies,
      Consumer<Instruments> answer,
      Consumer<String> failed) {
    Instruments instruments;
    try {
      instruments = query.decode(bodies.stream().map(CompletableFuture::join).toList());
    } catch (KrakenException e) {
      failed.accept(reason(e));
      return;
    }
    answer.accept(instruments);
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }
}
