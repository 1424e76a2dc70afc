package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.DeadMansSwitch;
import io.krakenspot.client.DeadMansSwitch.Event;
import io.krakenspot.client.DeadMansSwitch.Event.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewedSwitchTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final AccountRig rig = new AccountRig();
  private final List<Event> told = new ArrayList<>();

  @Test
  void warnsFirstAndIsSetOnceTheAccountIsKnown() {
    rig.client.trading().deadMansSwitch(MINUTE, told::add);
    rig.linked();
    assertThat(kinds()).containsExactly(Kind.ACCOUNT_WIDE);
    assertThat(told.get(0).detail()).contains("all orders of the account", "whoever placed them");
    rig.link().say("executions 1 snapshot");
    answer("ok");

    assertThat(kinds()).containsExactly(Kind.ACCOUNT_WIDE, Kind.RENEWED);
  }

  @Test
  void isRenewedThreeTimesATimeout() {
    set();
    rig.passSeconds(19);
    assertThat(rig.take()).isEmpty();
    rig.passSeconds(1);

    answer("ok");
    rig.passSeconds(39);
    assertThat(kinds()).doesNotContain(Kind.ABOUT_TO_FIRE);
  }

  @Test
  void warnsBeforeItFiresAndTellsThatItFired() {
    set();
    rig.link().say("status ONLINE");
    for (int renewal = 0; renewal < 3; renewal++) {
      rig.passSeconds(20);
      answer("EService:Busy");
      assertThat(told.get(told.size() - 1).detail()).doesNotContain("fires at");
    }

    assertThat(kinds())
        .containsExactly(
            Kind.ACCOUNT_WIDE,
            Kind.RENEWED,
            Kind.NOT_RENEWED,
            Kind.ABOUT_TO_FIRE,
            Kind.NOT_RENEWED,
            Kind.FIRED,
            Kind.NOT_RENEWED);
  }

  @Test
  void leavesNoTimerBehindWhenTheClientIsClosed() {
    set();
    rig.client.close();
    rig.run();

    assertThat(kinds()).endsWith(Kind.NOT_RENEWED);
    assertThat(rig.transport.loop.timers()).isZero();
  }

  @Test
  void isNotRenewedWithoutAHealthyFeedAndAtOnceWithOne() {
    set();
    rig.lose();
    assertThat(kinds()).endsWith(Kind.NOT_RENEWED);
    rig.relinked();
    rig.passSeconds(9);
    assertThat(rig.take()).isEmpty();
    rig.link().say("executions 1 snapshot");

    asked(rig);
  }

  @Test
  void isNotRenewedWhileTheFeedHasAHole() {
    set();
    rig.link().say("executions 9 news");
    rig.run();
    assertThat(kinds()).endsWith(Kind.NOT_RENEWED);
    rig.take();
    rig.link().say("ack 3 -", "ack 4 -", "executions 1 snapshot");

    asked(rig);
  }

  @Test
  void isSwitchedOffWhileTheEngineStandsStillAndSetAgainAfterwards() {
    set();
    rig.link().say("status MAINTENANCE");
    answer("ok");
    assertThat(told.get(told.size() - 1))
        .isEqualTo(new Event(Kind.OFF, "the trading engine stands still"));
    rig.passSeconds(90);
    assertThat(rig.take()).isEmpty();
    rig.link().say("status CANCEL_ONLY");
    assertThat(rig.take()).isEmpty();
    rig.link().say("status POST_ONLY");

    asked(rig);
    assertThat(kinds()).doesNotContain(Kind.ABOUT_TO_FIRE, Kind.FIRED);
  }

  @Test
  void isSwitchedOffForMaintenanceThoughCommandsFailEarly() {
    AccountRig early = new AccountRig(builder -> builder.failEarly(true)).known();
    early.client.trading().deadMansSwitch(MINUTE, told::add);
    early.take();
    early.link().say("did 2 CANCEL_ALL_AFTER ok", "status MAINTENANCE");

    asked(early);
  }

  @Test
  void closingSwitchesItOffAtTheExchange() {
    DeadMansSwitch set = set();
    int timers = rig.transport.loop.timers();
    set.close();
    set.close();
    answer("ok");

    assertThat(kinds()).containsExactly(Kind.ACCOUNT_WIDE, Kind.RENEWED, Kind.OFF);
    assertThat(rig.transport.loop.timers()).isEqualTo(timers - 3);
    rig.passSeconds(70);
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void closingWithoutALinkSaysThatItMayStillFire() {
    DeadMansSwitch set = set();
    rig.lose();
    set.close();
    rig.run();

    assertThat(told.get(told.size() - 1).kind()).isEqualTo(Kind.OFF);
    assertThat(told.get(told.size() - 1).detail()).contains("may still fire");
  }

  @Test
  void aListenerThatThrowsDoesNotStopIt() {
    rig.known();
    rig.client
        .trading()
        .deadMansSwitch(
            MINUTE,
            event -> {
              throw new IllegalStateException("boom");
            });

    asked(rig);
  }

  private DeadMansSwitch set() {
    rig.known();
    DeadMansSwitch set = rig.client.trading().deadMansSwitch(MINUTE, told::add);
    answer("ok");
    return set;
  }

  /** The switch was set or set off just now; the id of the request. */
  private static String asked(AccountRig rig) {
    List<String> sent = rig.take();
    assertThat(sent).singleElement().asString().contains(" CANCEL_ALL_AFTER ");
    return sent.get(0).split(" ")[1];
  }

  private void answer(String text) {
    rig.link().say("did " + asked(rig) + " CANCEL_ALL_AFTER " + text);
  }

  private List<Kind> kinds() {
    return told.stream().map(Event::kind).toList();
  }
}
