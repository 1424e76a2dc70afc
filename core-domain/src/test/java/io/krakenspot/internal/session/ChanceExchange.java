package io.krakenspot.internal.session;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Credentials;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkListener;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.Token;
import io.krakenspot.port.TokenSource;
import io.krakenspot.port.Transport;
import io.krakenspot.port.VirtualLoop;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that speaks {@link WordProtocol}, answers after a while, and while it is troubled
 * drops links, loses tokens, answers and snapshots by chance. It notes what is subscribed to twice.
 */
final class ChanceExchange implements Transport {
  /** Where a link may be dropped. */
  enum Moment {
    CONNECT,
    TOKEN,
    SUBSCRIBE,
    SNAPSHOT,
    UPDATE
  }

  final VirtualLoop loop = new VirtualLoop();
  final List<String> doubled = new ArrayList<>();
  final Map<Moment, Integer> dropped = new HashMap<>();
  private final Random chance;
  private final Set<ChanceLink> links = new HashSet<>();
  private final Map<String, Integer> trades = new HashMap<>();
  private boolean troubled;

  ChanceExchange(long seed) {
    this.chance = new Random(seed);
  }

  void troubled(boolean on) {
    troubled = on;
  }

  int open() {
    return links.size();
  }

  void dropAll() {
    List.copyOf(links).forEach(ChanceLink::drop);
  }

  /** Something happens on every stream. */
  void move() {
    List<String> pairs = List.copyOf(trades.keySet());
    pairs.forEach(pair -> trades.merge(pair, 1, Integer::sum));
    List.copyOf(links).forEach(ChanceLink::move);
  }

  int lastTrade(String pair) {
    return trades.getOrDefault(pair, 0);
  }

  void list(String pair) {
    trades.put(pair, 0);
  }

  private boolean oneIn(int times) {
    return troubled && chance.nextInt(times) == 0;
  }

  private Duration soon() {
    return Duration.ofMillis(chance.nextInt(20));
  }

  @Override
  public Loop newLoop() {
    return loop;
  }

  @Override
  public Link connect(Loop on, URI uri, LinkListener listener) {
    ChanceLink link = new ChanceLink(listener);
    loop.schedule(soon(), link::begin);
    return link;
  }

  @Override
  public CompletionStage<byte[]> get(URI uri) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public TokenSource tokenSource(URI rest, Credentials credentials) {
    return this::token;
  }

  private CompletionStage<Token> token() {
    CompletableFuture<Token> answer = new CompletableFuture<>();
    if (oneIn(4)) {
      dropped.merge(Moment.TOKEN, 1, Integer::sum);
      loop.schedule(soon(), this::dropAll);
    }
    boolean fails = oneIn(8);
    loop.schedule(
        soon(),
        () -> {
          if (fails) {
            answer.completeExceptionally(new ConnectionFailedException("503", null));
          } else {
            answer.complete(new Token("a token"));
          }
        });
    return answer;
  }

  @Override
  public OrderLookup orderLookup(URI rest, Credentials credentials) {
    return order -> CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public ReconnectPolicy reconnectPolicy() {
    return (on, uri) ->
        new ReconnectPolicy.Attempts() {
          @Override
          public ReconnectPolicy.Decision next(
              @Nullable LinkClosed cause, SystemStatus.State lastState) {
            return ReconnectPolicy.Decision.dialIn(
                cause == null ? 0 : Duration.ofMillis(50).toNanos(), "dial");
          }

          @Override
          public void stable() {}
        };
  }

  @Override
  public void close() {}

  /** One link, with what it is subscribed to. */
  private final class ChanceLink implements Link {
    private final LinkListener listener;
    private final Set<String> subscribed = new HashSet<>();
    private final Set<String> unacknowledged = new HashSet<>();
    private long receivedNanos;
    private boolean over;

    ChanceLink(LinkListener listener) {
      this.listener = listener;
      links.add(this);
    }

    void begin() {
      if (mayDrop(Moment.CONNECT) || over) {
        return;
      }
      listener.opened();
      heartbeat();
    }

    private void heartbeat() {
      if (!over) {
        say("hb");
        loop.schedule(Duration.ofSeconds(1), this::heartbeat);
      }
    }

    private boolean mayDrop(Moment moment) {
      if (!oneIn(moment == Moment.UPDATE ? 30 : 5)) {
        return false;
      }
      dropped.merge(moment, 1, Integer::sum);
      drop();
      return true;
    }

    void drop() {
      if (!over) {
        over = true;
        links.remove(this);
        listener.closed(new LinkClosed(LinkClosed.Kind.LOST, 1006, "cut", null));
      }
    }

    @Override
    public boolean send(String text) {
      if (over) {
        return false;
      }
      String[] words = text.split(" ");
      receivedNanos = Math.max(receivedNanos, loop.nanoTime() + soon().toNanos());
      loop.schedule(Duration.ofNanos(receivedNanos - loop.nanoTime()), () -> answer(words));
      return true;
    }

    private void answer(String[] words) {
      if (over) {
        return;
      }
      switch (words[0]) {
        case "sub" -> subscribe(words[1], words[2], words[3]);
        case "unsub" -> unsubscribe(words[1], words[2], words[3]);
        default -> say("pong " + words[1]);
      }
    }

    private void subscribe(String id, String topic, String pairs) {
      if (mayDrop(Moment.SUBSCRIBE)) {
        return;
      }
      for (String pair : pairs.split(",")) {
        if (!subscribed.add(topic + " " + pair)) {
          again(id, topic, pair);
          continue;
        }
        boolean snapshotFirst = chance.nextBoolean();
        if (snapshotFirst) {
          begin(topic, pair);
        }
        if (oneIn(20)) {
          unacknowledged.add(topic + " " + pair);
        } else {
          say("ack " + id + " " + pair);
        }
        if (!snapshotFirst) {
          begin(topic, pair);
        }
      }
    }

    /** Whoever got no answer may ask again; nobody else. */
    private void again(String id, String topic, String pair) {
      if (!unacknowledged.remove(topic + " " + pair)) {
        doubled.add(topic + " " + pair);
      }
      say("nack " + id + " " + pair + " Already subscribed");
    }

    private void begin(String topic, String pair) {
      if (over || mayDrop(Moment.SNAPSHOT) || oneIn(10)) {
        return;
      }
      switch (topic) {
        case "book" -> say("snap " + pair + " 11 10");
        case "level3" -> say("orders " + pair + " 11 10");
        case "ticker" -> say("ticker " + pair + " 10");
        default -> {}
      }
    }

    private void unsubscribe(String id, String topic, String pairs) {
      for (String pair : pairs.split(",")) {
        boolean there = subscribed.remove(topic + " " + pair);
        say(
            (there ? "ack " : "nack ")
                + id
                + " "
                + pair
                + (there ? "" : " Subscription Not Found"));
      }
    }

    void move() {
      for (String one : List.copyOf(subscribed)) {
        if (over || mayDrop(Moment.UPDATE)) {
          return;
        }
        String[] words = one.split(" ");
        String pair = words[1];
        switch (words[0]) {
          case "book" -> say("update " + pair + " 12 9");
          case "level3" -> {}
          case "ticker" -> say("ticker " + pair + " 10");
          default -> say("trade " + pair + " " + lastTrade(pair));
        }
      }
    }

    private void say(String text) {
      if (!over) {
        listener.frame(Frame.of(text));
      }
    }

    @Override
    public void close() {
      over = true;
      links.remove(this);
    }
  }
}
