package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.ReconnectPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session asks and tells the policy that decides when to dial. */
class ReconnectReviewTest {
  private final ScriptedTransport transport = new ScriptedTransport();
  private final Policy policy = new Policy();
  private final List<ConnectionEvent> events = new ArrayList<>();
  private final KrakenClient client =
      KrakenClient.builder()
          .protocol(new WordProtocol())
          .transport(transport)
          .reconnectPolicy((loop, uri) -> policy)
          .build();

  @BeforeEach
  void listen() {
    client.onConnection(
        new ConnectionListener() {
          @Override
          public void onConnection(ConnectionEvent event) {
            events.add(event);
          }
        });
    client.connect();
    transport.loop.run();
  }

  @Test
  void asksAgainWhileItWaitsAndDialsOnlyWhenTold() {
    assertThat(waits()).containsExactly("no");
    transport.loop.advance(Duration.ofSeconds(14));
    assertThat(policy.left).containsExactly(35L, 30L);
    assertThat(transport.links).isEmpty();

    policy.answer = ReconnectPolicy.Decision.dialIn(0, "now");
    transport.loop.advance(Duration.ofSeconds(1));

    assertThat(transport.links).hasSize(1);
  }

  @Test
  void aTransportThatCannotDialIsGivenUpAndNotWaitedFor() {
    transport.close();
    policy.answer = ReconnectPolicy.Decision.dialIn(0, "now");
    transport.loop.advance(Duration.ofSeconds(5));

    ConnectionEvent last = events.get(events.size() - 1);
    assertThat(last.state()).isEqualTo(ConnectionState.CLOSED);
    assertThat(last.detail()).contains("the transport is closed");
    CompletableFuture<Void> again = client.connect().toCompletableFuture();
    transport.loop.advance(Duration.ofSeconds(5));
    assertThat(again).isCompletedExceptionally();
  }

  @Test
  void tellsAWaitOnceUnlessItChanges() {
    transport.loop.advance(Duration.ofSeconds(20));
    assertThat(waits()).containsExactly("no");

    policy.answer = ReconnectPolicy.Decision.dialIn(Duration.ofMinutes(10).toNanos(), "banned");
    transport.loop.advance(Duration.ofSeconds(5));

    assertThat(waits()).containsExactly("no", "banned");
  }

  @Test
  void aLinkIsHealthyOnceItHasStoodAndTheEngineIsAtWork() {
    dial();
    transport.last().open();
    transport.last().say("status MAINTENANCE");
    stand(90);
    assertThat(policy.told).containsExactly("opened");

    transport.last().say("status ONLINE");

    assertThat(policy.told).containsExactly("opened", "stable");
  }

  @Test
  void aLinkThatHasNotStoodLongIsNotHealthyThoughTheEngineIsAtWork() {
    dial();
    transport.last().open();
    transport.last().say("status ONLINE");
    stand(59);
    assertThat(policy.told).containsExactly("opened");

    stand(1);

    assertThat(policy.told).containsExactly("opened", "stable");
  }

  @Test
  void theTimesOfStandingAndOfPingsAreAsTheUserWants() {
    ScriptedTransport own = new ScriptedTransport();
    KrakenClient impatient =
        KrakenClient.builder()
            .protocol(new WordProtocol())
            .transport(own)
            .reconnectPolicy((loop, uri) -> policy)
            .idlePing(Duration.ofSeconds(10))
            .stableAfter(Duration.ofSeconds(7))
            .build();
    policy.answer = ReconnectPolicy.Decision.dialIn(0, "now");
    impatient.connect();
    own.loop.advance(Duration.ofSeconds(5));
    own.last().open();
    own.last().say("status ONLINE");

    own.loop.advance(Duration.ofMillis(6_900));
    assertThat(policy.told).containsExactly("opened");
    own.loop.advance(Duration.ofMillis(100));
    assertThat(policy.told).containsExactly("opened", "stable");

    assertThat(own.last().take()).isEmpty();
    own.loop.advance(Duration.ofSeconds(3));
    assertThat(own.last().take()).singleElement().asString().startsWith("ping ");
  }

  @Test
  void anAttemptThatIsCalledOffIsTold() {
    dial();
    client.close();
    transport.loop.run();
    assertThat(policy.told).containsExactly("abandoned");
  }

  @Test
  void aWaitThatIsCalledOffWasNoAttempt() {
    client.close();
    transport.loop.run();

    assertThat(policy.told).isEmpty();
    assertThat(transport.loop.timers()).isZero();
  }

  private void dial() {
    policy.answer = ReconnectPolicy.Decision.dialIn(0, "now");
    transport.loop.advance(Duration.ofSeconds(5));
    assertThat(transport.links).hasSize(1);
  }

  private void stand(int seconds) {
    for (int second = 0; second < seconds; second++) {
      transport.loop.advance(Duration.ofSeconds(1));
      transport.last().say("hb");
    }
  }

  private List<String> waits() {
    return events.stream()
        .filter(event -> event.state() == ConnectionState.WAITING)
        .map(ConnectionEvent::detail)
        .toList();
  }

  /** Tells to wait 40 s until told otherwise. */
  private static final class Policy implements ReconnectPolicy.Attempts {
    private final List<Long> left = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private ReconnectPolicy.@Nullable Decision answer;

    @Override
    public ReconnectPolicy.Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState) {
      return ReconnectPolicy.Decision.dialIn(Duration.ofSeconds(40).toNanos(), "no");
    }

    @Override
    public ReconnectPolicy.Decision review(ReconnectPolicy.Decision waiting, long leftNanos) {
      left.add(Duration.ofNanos(leftNanos).toSeconds());
      return answer == null ? ReconnectPolicy.Decision.dialIn(leftNanos, waiting.why()) : answer;
    }

    @Override
    public void opened() {
      told.add("opened");
    }

    @Override
    public void stable() {
      told.add("stable");
    }

    @Override
    public void abandoned() {
      told.add("abandoned");
    }
  }
}
