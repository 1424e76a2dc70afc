package io.krakenspot.testkit.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.port.VirtualLoop;
import java.util.ArrayList;
import java.util.List;

/** A client in memory on virtual time, which remembers what it heard. */
final class TestClient {
  private final VirtualLoop loop;
  private final ExchangeConnection connection;
  private final List<String> heard = new ArrayList<>();
  private int closes;

  TestClient(Exchange exchange, VirtualLoop loop, Path path) {
    this.loop = loop;
    this.connection = exchange.connect(path, heard::add, () -> closes++);
    loop.run();
  }

  /** Sends a frame, with single quotes for double ones, and lets the exchange answer. */
  TestClient send(String text) {
    connection.receive(Wire.json(text));
    loop.run();
    return this;
  }

  /** What was heard since the last call. */
  List<String> texts() {
    List<String> texts = List.copyOf(heard);
    heard.clear();
    return texts;
  }

  List<JsonNode> frames() {
    return texts().stream().map(Wire::read).toList();
  }

  /** The answers to a frame, nothing of what was heard before. */
  List<String> ask(String text) {
    heard.clear();
    send(text);
    return texts();
  }

  ExchangeConnection connection() {
    return connection;
  }

  int closes() {
    return closes;
  }
}
