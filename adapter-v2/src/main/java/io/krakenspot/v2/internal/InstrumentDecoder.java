package io.krakenspot.v2.internal;

import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.Instruments;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code instrument}: the one channel whose data is an object. */
final class InstrumentDecoder extends ChannelMessage {
  private List<AssetInfo> assets = List.of();
  private List<Instrument> pairs = List.of();

  InstrumentDecoder() {
    super("instrument");
  }

  @Override
  void data(WireReader in) throws IOException {
    assets = List.of();
    pairs = List.of();
    in.object();
    while (in.nextField()) {
      switch (in.name()) {
        case "assets" -> assets = assets(in);
        case "pairs" -> pairs = pairs(in);
        default -> in.unknown();
      }
    }
  }

  private static List<AssetInfo> assets(WireReader in) throws IOException {
    List<AssetInfo> assets = new ArrayList<>();
    in.array();
    while (in.nextElement()) {
      assets.add(new AssetRow().read(in));
    }
    return assets;
  }

  private static List<Instrument> pairs(WireReader in) throws IOException {
    List<Instrument> pairs = new ArrayList<>();
    in.array();
    while (in.nextElement()) {
      pairs.add(new PairRow().read(in));
    }
    return pairs;
  }

  @Override
  void report(Inbound inbound, boolean snapshot) {
    inbound.instruments(new Instruments(snapshot, assets, pairs));
    assets = List.of();
    pairs = List.of();
  }
}
