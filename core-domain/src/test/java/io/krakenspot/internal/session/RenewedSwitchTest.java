package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.krakenspot.client.DeadMansSwitch;
import io.krakenspot.client.DeadMansSwitch.Event;
import io.krakenspot.client.DeadMansSwitch.Event.Kind;
import java.time.Duration;
import java.time.Instant;
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
      assertThat(last().detail()).doesNotContain("fires at");
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
  void tellsThatItFiredOnceTheRequestUnderWayIsRefused() {
    Duration latency = Duration.ofMillis(100);
    rig.known();
    rig.client.trading().deadMansSwitch(MINUTE, told::add);
    String first = asked(rig);
    rig.pass(latency);
    rig.link().say("did " + first + " CANCEL_ALL_AFTER ok");
    rig.pass(Duration.ofSeconds(20).minus(latency));
    answer("EService:Busy");
    rig.passSeconds(20);
    answer("EService:Busy");
    rig.passSeconds(20);
    rig.pass(latency);
    assertThat(kinds()).endsWith(Kind.MAY_HAVE_FIRED).doesNotContain(Kind.FIRED);
    answer("EService:Busy");

    assertThat(kinds()).endsWith(Kind.MAY_HAVE_FIRED, Kind.NOT_RENEWED, Kind.FIRED);
  }

  @Test
  void tellsThatItFiredOnceNothingThatMayHavePutItOffIsUnderWay() {
    set();
    rig.lose();
    rig.transport.loop.advance(Duration.ofSeconds(61));

    assertThat(kinds()).endsWith(Kind.ABOUT_TO_FIRE, Kind.FIRED);
  }

  @Test
  void doesNotClaimThatItFiredWhereARenewalWasNotAnswered() {
    set();
    rig.passSeconds(60);

    assertThat(kinds())
        .containsExactly(
            Kind.ACCOUNT_WIDE,
            Kind.RENEWED,
            Kind.NOT_RENEWED,
            Kind.ABOUT_TO_FIRE,
            Kind.NOT_RENEWED,
            Kind.MAY_HAVE_FIRED);
    assertThat(last().detail()).contains("not answered", "open orders");
    assertThat(told.get(3).detail()).contains("unless a request that was not answered");
    List<String> sent = rig.take();
    rig.link().say("did " + sent.get(sent.size() - 1).split(" ")[1] + " CANCEL_ALL_AFTER ok");

    assertThat(kinds()).endsWith(Kind.RENEWED).doesNotContain(Kind.FIRED);
  }

  @Test
  void warnsOfAFirstSettingThatWasNotAnswered() {
    rig.known();
    rig.client.trading().deadMansSwitch(MINUTE, told::add);
    rig.passSeconds(5);
    rig.lose();
    rig.transport.loop.advance(Duration.ofSeconds(60));

    assertThat(kinds()).endsWith(Kind.ABOUT_TO_FIRE, Kind.MAY_HAVE_FIRED);
  }

  @Test
  void aSwitchingOffThatWasNotAnsweredMayHaveKeptItFromFiring() {
    set();
    rig.link().say("status MAINTENANCE");
    rig.passSeconds(61);

    assertThat(kinds()).endsWith(Kind.ABOUT_TO_FIRE, Kind.MAY_HAVE_FIRED);
  }

  @Test
  void aClosedClientTellsOnceThatItStaysSet() {
    set();
    Instant latest = rig.transport.loop.now().plus(MINUTE);
    rig.passSeconds(10);
    int before = told.size();
    rig.client.close();
    rig.run();

    assertThat(told).hasSize(before + 1);
    assertThat(last().kind()).isEqualTo(Kind.NOT_RENEWED);
    assertThat(last().detail()).contains("stays set", latest + " at the latest");
    assertThat(rig.transport.loop.timers()).isZero();
  }

  @Test
  void aClosedClientCountsARenewalThatIsUnderWay() {
    set();
    rig.passSeconds(20);
    int before = told.size();
    rig.client.close();
    rig.run();

    assertThat(told).hasSize(before + 1);
    assertThat(last().detail()).contains(rig.transport.loop.now().plus(MINUTE) + " at the latest");
  }

  @Test
  void aClosedClientWhoseSwitchIsOffSaysSo() {
    set();
    rig.link().say("status MAINTENANCE");
    answer("ok");
    rig.client.close();
    rig.run();

    assertThat(last().kind()).isEqualTo(Kind.OFF);
    assertThat(last().detail()).contains("not set");
  }

  @Test
  void takesWholeSecondsAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rig.client.trading().deadMansSwitch(Duration.ofMillis(10_900), told::add))
        .withMessageContaining("timeout must be whole seconds");
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
    assertThat(last()).isEqualTo(new Event(Kind.OFF, "the trading engine stands still"));
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

    assertThat(last().kind()).isEqualTo(Kind.OFF);
    assertThat(last().detail()).contains("may still fire");
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

  private Event last() {
    return told.get(told.size() - 1);
  }

  private List<Kind> kinds() {
    return told.stream().map(Event::kind).toList();
  }
}
