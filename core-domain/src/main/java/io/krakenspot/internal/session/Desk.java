package io.krakenspot.internal.session;

import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.Codec;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Token;

/** What a feed's private side makes of its link. A feed of public data has none. */
interface Desk {
  /** For a feed that has no private side. */
  Desk NONE =
      new Desk() {
        @Override
        public void tokenArrived(Codec codec, Token token) {}

        @Override
        public void tokenRefused(String why) {}

        @Override
        public void linkDown(String why) {}

        @Override
        public void gaveUp(String why) {}

        @Override
        public void closed(String why) {}

        @Override
        public void engine(SystemStatus.State state) {}

        @Override
        public void acknowledged(Acknowledgement acknowledgement) {}

        @Override
        public void account(AccountFrame frame) {}

        @Override
        public void balances(BalanceFrame frame) {}

        @Override
        public void answered(CommandAnswer answer) {}

        @Override
        public boolean failed(long requestId, String text) {
          return false;
        }

        @Override
        public void joined(ActiveSubscription<?> subscription) {}
      };

  /** The link stands and may be used, or has got a newer token. */
  void tokenArrived(Codec codec, Token token);

  /** There will be no token. */
  void tokenRefused(String why);

  /** The link was lost. */
  void linkDown(String why);

  /** The link will not come back; another feed may take its place. */
  void gaveUp(String why);

  /** There will be no link any more. */
  void closed(String why);

  /** The trading engine's state. */
  void engine(SystemStatus.State state);

  /** A subscription was accepted or refused. */
  void acknowledged(Acknowledgement acknowledgement);

  /** News of orders and fills. */
  void account(AccountFrame frame);

  /** News of balances. */
  void balances(BalanceFrame frame);

  /** The answer to a command. */
  void answered(CommandAnswer answer);

  /** An error for a request; whether it was for a command. */
  boolean failed(long requestId, String text);

  /** A subscriber joined a stream that was there already. */
  void joined(ActiveSubscription<?> subscription);
}
