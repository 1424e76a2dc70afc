package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.testkit.exchange.CommandCut;
import java.time.Duration;
import java.util.Random;

/** What goes wrong around a command. */
enum FateFault {
  NONE {
    @Override
    void happen(VirtualExchange world, Random random) {}
  },
  CUT_BEFORE_SENDING {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.transport().cut();
    }
  },
  CUT_BEFORE_ARRIVAL {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().cutNext(KEY, CommandCut.BEFORE_ARRIVAL);
    }
  },
  CUT_AFTER_ACCEPT {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().cutNext(KEY, CommandCut.AFTER_ACCEPT_BEFORE_ANSWER);
    }
  },
  CUT_AFTER_ANSWER {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().cutNext(KEY, CommandCut.AFTER_ANSWER_BEFORE_FEED);
    }
  },
  CUT_AFTER_FEED {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().cutNext(KEY, CommandCut.AFTER_FEED_BEFORE_ANSWER);
    }
  },
  CUT_AFTER_FILL {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().cutNext(KEY, CommandCut.AFTER_FILL);
    }
  },
  CUT_AT_A_FRAME {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.transport().cutAfter(random.nextInt(7));
    }
  },
  OUTAGE {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.transport().refuse(new LinkClosed(LinkClosed.Kind.REFUSED, 503, "503 for now", null));
      world.transport().cut();
    }
  },
  ANSWER_LOST {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().loseAnswers(1);
    }
  },
  ANSWER_LATE {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().delayAnswers(Duration.ofMillis(50 + random.nextInt(9_000)));
    }
  },
  ANSWER_TWICE {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().duplicateAnswers(true);
    }
  },
  ANSWER_WITHOUT_ID {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().answersWithoutIds(true);
    }
  },
  ANSWER_GARBLED {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().answerGarbage("{\"method\":");
    }
  },
  FEED_FIRST {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().feedBeforeAnswers(true);
    }
  },
  SEQUENCE_GAP {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().gapSequence(KEY, 1 + random.nextInt(3));
    }
  },
  TOKEN_EXPIRED {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().expireTokens();
    }
  },
  TOKENS_HANG {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.transport().tokens().hang();
      world.transport().cut();
    }
  },
  LINK_MUTE {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.exchange().connections().forEach(one -> one.mute(true));
    }
  },
  LOOKUPS_FAIL {
    @Override
    void happen(VirtualExchange world, Random random) {
      world.transport().lookups().fail(new ConnectionFailedException("no REST for now", null));
      world.exchange().cutNext(KEY, CommandCut.AFTER_ACCEPT_BEFORE_ANSWER);
    }
  };

  abstract void happen(VirtualExchange world, Random random);

  /** Ends what concerns one command alone. */
  static void endOfCommand(VirtualExchange world) {
    world.exchange().loseAnswers(0);
    world.exchange().delayAnswers(Duration.ZERO);
    world.exchange().duplicateAnswers(false);
    world.exchange().answersWithoutIds(false);
    world.exchange().feedBeforeAnswers(false);
    world.run();
  }

  /** Everything works again. */
  static void heal(VirtualExchange world) {
    world.transport().accept();
    world.transport().tokens().work();
    world.transport().lookups().work();
    world.run();
  }
}
