package io.krakenspot.port;

import io.krakenspot.failure.KrakenException;
import io.krakenspot.market.Instruments;
import java.util.List;

/** Reference data that has to be asked for over REST, for a version without a channel for it. */
public interface InstrumentQuery {
  /**
   * The paths to GET, below {@link Endpoints#rest()}.
   *
   * @return for example {@code /0/public/AssetPairs}
   */
  List<String> paths();

  /**
   * Decodes the answers.
   *
   * @param bodies one a path, in order
   * @return reference data
   * @throws KrakenException if an answer is an error or cannot be understood
   */
  Instruments decode(List<byte[]> bodies);
}
