package io.krakenspot.v2.internal;

import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code executions}. */
final class ExecutionDecoder extends AccountMessage<ExecutionRow> {
  private static final Topic EXECUTIONS = new Topic.ExecutionTopic();

  private List<AccountReport> reports = List.of();

  ExecutionDecoder() {
    super(EXECUTIONS.name());
  }

  @Override
  ExecutionRow row(WireReader in) throws IOException {
    return new ExecutionRow().read(in);
  }

  @Override
  public void end(WireReader in) {
    super.end(in);
    reports = new ArrayList<>();
    for (ExecutionRow row : rows()) {
      reports.add(row.report(snapshot(), in));
    }
  }

  @Override
  void report(Inbound inbound, boolean snapshot) {
    inbound.account(new AccountFrame(EXECUTIONS, snapshot, sequence(), reports, rateCounts()));
  }

  private Map<String, BigDecimal> rateCounts() {
    Map<String, BigDecimal> counts = new HashMap<>();
    for (ExecutionRow row : rows()) {
      row.rateCount(counts);
    }
    return counts;
  }
}
