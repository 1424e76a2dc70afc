package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Topic;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final int MANY = 40_000;

  @Test
  void labelsAreFoundAgainHoweverManyThereAre() {
    LabelTable table = new LabelTable();
    for (int round = 0; round < 2; round++) {
      for (int index = 0; index < MANY; index++) {
        Label label = table.find(frame(index));
        assertThat(label).isNotNull();
        assertThat(label.pair()).isEqualTo(Pair.of("A" + index, "USD"));
      }
    }
  }

  @Test
  void aLabelIsMadeOnce() {
    LabelTable table = new LabelTable();
    for (int index = 0; index < 5_000; index++) {
      table.find(frame(index));
    }
    assertThat(table.find(frame(0))).isSameAs(table.find(frame(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "]",
        "\"]",
        "\"\"]",
        "\"book-10\",\"A/B\"]",
        "[1,{},\"book-10\",\"A/B\"",
        "[1,{},\"book-10\",\"A/B\"]]",
        "[1,{},\"book-10\":\"A/B\"]",
        "[1,{},\"book-10\",\"A\"]",
        "[1,{},\"book-10\",\"A/\"]",
        "[1,{},\"book-10\",\"A\\\\/B\"]",
        "[1,{},\"book-10,A/B\"]"
      })
  void otherEndsHaveNoLabel(String frame) {
    assertThat(new LabelTable().find(Frame.of(frame))).isNull();
  }

  @Test
  void channelIdsAreFoundAgainHoweverManyThereAre() {
    ChannelTable table = new ChannelTable();
    Random random = new Random(20260104L);
    for (int index = 0; index < MANY; index++) {
      long id = random.nextLong() >>> 1;
      Label label = label(index);
      table.learn(id, label);
      assertThat(table.find(id)).isSameAs(label);
    }
  }

  @Test
  void aChannelIdKeepsItsLastMeaning() {
    ChannelTable table = new ChannelTable();
    for (int round = 0; round < 3; round++) {
      for (int id = 0; id < 1_000; id++) {
        table.learn(id, label(round));
      }
    }
    for (int id = 0; id < 1_000; id++) {
      assertThat(table.find(id)).isEqualTo(label(2));
    }
    assertThat(table.find(1_000)).isNull();
    assertThat(table.find(FrameReader.NO_ID)).isNull();
  }

  private static Label label(int index) {
    return new Label("trade", new Topic.TradeTopic(), Pair.of("A" + index, "USD"));
  }

  private static Frame frame(int index) {
    return Frame.of("[1,[],\"trade\",\"A" + index + "/USD\"]");
  }
}
