package io.krakenspot.internal.session;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All streams that are wanted, by pair. */
final class Streams {
  private final Map<Pair, List<Stream>> byPair = new HashMap<>();
  private final List<Stream> withoutPair = new ArrayList<>();

  void add(Stream stream) {
    Pair pair = stream.pair();
    if (pair == null) {
      withoutPair.add(stream);
    } else {
      byPair.computeIfAbsent(pair, any -> new ArrayList<>(2)).add(stream);
    }
  }

  void remove(Stream stream) {
    Pair pair = stream.pair();
    List<Stream> siblings = pair == null ? withoutPair : byPair.get(pair);
    if (siblings != null && siblings.remove(stream) && siblings.isEmpty() && pair != null) {
      byPair.remove(pair);
    }
  }

  /** The streams of a pair, or those that have none. */
  List<Stream> of(@Nullable Pair pair) {
    return pair == null ? withoutPair : byPair.getOrDefault(pair, List.of());
  }

  @Nullable Stream find(Topic topic, @Nullable Pair pair) {
    for (Stream stream : of(pair)) {
      if (stream.topic().equals(topic)) {
        return stream;
      }
    }
    return null;
  }

  /** The book stream that a frame belongs to; the depth is null where frames do not name it. */
  @Nullable Stream book(Pair pair, @Nullable Depth depth) {
    List<Stream> streams = of(pair);
    for (int i = 0; i < streams.size(); i++) {
      if (streams.get(i).topic() instanceof Topic.BookTopic book
          && (depth == null || book.depth() == depth)) {
        return streams.get(i);
      }
    }
    return null;
  }

  /** The stream of a pair's individual orders. */
  @Nullable Stream level3(Pair pair) {
    List<Stream> streams = of(pair);
    for (int i = 0; i < streams.size(); i++) {
      if (streams.get(i).topic() instanceof Topic.Level3Topic) {
        return streams.get(i);
      }
    }
    return null;
  }

  List<Stream> all() {
    List<Stream> all = new ArrayList<>(withoutPair);
    byPair.values().forEach(all::addAll);
    return all;
  }

  boolean isEmpty() {
    return byPair.isEmpty() && withoutPair.isEmpty();
  }

  void clear() {
    byPair.clear();
    withoutPair.clear();
  }
}
