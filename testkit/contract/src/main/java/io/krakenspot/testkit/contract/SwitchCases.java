package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.DeadMansSwitch;
import io.krakenspot.client.DeadMansSwitch.Event;
import io.krakenspot.client.DeadMansSwitch.Event.Kind;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dead man's switch that renews itself. */
abstract class SwitchCases extends VirtualAccountCase {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final List<Event> events = new ArrayList<>();

  private DeadMansSwitch armed() {
    connected();
    DeadMansSwitch armed = trading().deadMansSwitch(TIMEOUT, events::add);
    world.run();
    return armed;
  }

  private List<Kind> kinds() {
    return events.stream().map(Event::kind).toList();
  }

  @Test
  @DisplayName("TR-80 it says that it is account-wide, and is renewed long before it fires")
  void renewed() {
    DeadMansSwitch armed = armed();
    String id = id(placed(limit(Side.BUY, "50").build()));

    world.advance(Duration.ofMinutes(10));

    assertThat(kinds()).startsWith(Kind.ACCOUNT_WIDE, Kind.RENEWED);
    assertThat(kinds()).doesNotContain(Kind.ABOUT_TO_FIRE, Kind.FIRED, Kind.NOT_RENEWED);
    assertThat(truth(id).isFinal()).isFalse();
    armed.close();
    world.run();
    assertThat(kinds()).endsWith(Kind.OFF);
    world.advance(Duration.ofMinutes(2));
    assertThat(truth(id).isFinal()).isFalse();
  }

  @Test
  @DisplayName("TR-81 without a healthy feed it is not renewed, and tells before it fires")
  void fires() {
    armed();
    String id = id(placed(limit(Side.BUY, "50").build()));
    transport().refuse(UNAVAILABLE);
    transport().cut();
    world.run();
    assertThat(kinds()).endsWith(Kind.NOT_RENEWED);

    world.advance(Duration.ofSeconds(41));
    assertThat(kinds()).endsWith(Kind.ABOUT_TO_FIRE);
    assertThat(truth(id).isFinal()).isFalse();
    world.advance(Duration.ofSeconds(20));

    assertThat(kinds()).endsWith(Kind.FIRED);
    assertThat(truth(id).status()).isEqualTo("canceled");
  }

  @Test
  @DisplayName("TR-82 when the feed is healthy again it is renewed at once")
  void recovers() {
    armed();
    String id = id(placed(limit(Side.BUY, "50").build()));
    transport().refuse(UNAVAILABLE);
    transport().cut();
    world.advance(Duration.ofSeconds(30));
    transport().accept();
    world.advance(Duration.ofSeconds(10));
    assertThat(kinds()).endsWith(Kind.RENEWED);

    world.advance(Duration.ofMinutes(3));

    assertThat(kinds()).doesNotContain(Kind.FIRED);
    assertThat(truth(id).isFinal()).isFalse();
  }

  @Test
  @DisplayName("TR-83 it is off for maintenance, and set again after it")
  void maintenance() {
    armed();
    String id = id(placed(limit(Side.BUY, "50").build()));
    exchange().systemStatus(SystemStatus.State.CANCEL_ONLY);
    world.run();
    assertThat(kinds()).endsWith(Kind.OFF);
    exchange().systemStatus(SystemStatus.State.MAINTENANCE);
    world.advance(Duration.ofMinutes(2));
    exchange().systemStatus(SystemStatus.State.CANCEL_ONLY);
    world.advance(Duration.ofMinutes(2));
    assertThat(kinds()).endsWith(Kind.OFF);
    assertThat(truth(id).isFinal()).isFalse();

    exchange().systemStatus(SystemStatus.State.ONLINE);
    world.run();

    assertThat(kinds()).endsWith(Kind.RENEWED);
  }

  @Test
  @DisplayName("TR-86 maintenance without a warning: what cannot be switched off is told to fire")
  void suddenMaintenance() {
    armed();
    exchange().systemStatus(SystemStatus.State.MAINTENANCE);
    world.run();
    assertThat(kinds()).endsWith(Kind.NOT_RENEWED);

    world.advance(Duration.ofSeconds(61));

    assertThat(kinds()).endsWith(Kind.ABOUT_TO_FIRE, Kind.FIRED).doesNotContain(Kind.OFF);
  }

  @Test
  @DisplayName("TR-84 an answer that does not come is no renewal")
  void unanswered() {
    armed();
    exchange().loseAnswers(10);
    world.advance(Duration.ofSeconds(26));

    assertThat(kinds()).endsWith(Kind.NOT_RENEWED);
  }

  @Test
  @DisplayName("TR-85 a timeout too short or too long is refused")
  void wrongTimeout() {
    assertThatThrownBy(() -> trading().deadMansSwitch(Duration.ofSeconds(1), events::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeout");
  }

  @Test
  @DisplayName("TR-87 renewals whose answers are lost put it off: it is not said to have fired")
  void renewedUnheard() {
    armed();
    String id = id(placed(limit(Side.BUY, "50").build()));
    exchange().loseAnswers(10);

    world.advance(Duration.ofSeconds(70));

    assertThat(kinds()).contains(Kind.MAY_HAVE_FIRED).doesNotContain(Kind.FIRED);
    assertThat(truth(id).isFinal()).isFalse();
  }

  @Test
  @DisplayName("TR-88 closing the client leaves it set, and says until when")
  void clientClosed() {
    armed();
    String id = id(placed(limit(Side.BUY, "50").build()));
    int before = events.size();
    client.close();
    world.run();

    assertThat(events).hasSize(before + 1);
    assertThat(events.get(before).kind()).isEqualTo(Kind.NOT_RENEWED);
    assertThat(events.get(before).detail()).contains("stays set", "at the latest");
    world.advance(Duration.ofSeconds(61));
    assertThat(truth(id).status()).isEqualTo("canceled");
  }
}
