package io.krakenspot.testkit.contract;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * An exchange, its clients, and the time that all of them live in: virtual in {@link
 * VirtualExchange}, everybody's in {@link SocketExchange}. What is written against it runs in both.
 */
interface World {
  Exchange exchange();

  /** A client of the account {@link VirtualExchange#KEY}, not built yet. */
  KrakenClientBuilder trader(Protocol protocol);

  /** All that is under way, in either direction, arrives. */
  void run();

  /** What completes without time passing, but for that of the wire. */
  <T> T soon(CompletionStage<T> stage);

  /** Lets time pass until something holds, and no longer than said. */
  void await(String what, Duration most, BooleanSupplier holds);

  /** The exchange's time. */
  Instant now();

  /** All frames that clients have sent, oldest first. */
  List<String> sent();

  /** How many links clients have asked for. */
  int dials();

  /** How many tokens clients have asked for and were answered. */
  int tokens();

  /** What somebody else's request is answered with, on a connection of its own. */
  String ask(Path path, String key, String request);

  /** The case is over: the client is closed, and all else comes to its end. */
  void end(KrakenClient client);
}
