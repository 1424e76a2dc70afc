package io.krakenspot.console;

import picocli.CommandLine.Option;

/** Whether orders and changes are checked against reference data before anything is sent. */
final class OrderCheckOption {
  @Option(
      names = "--check",
      description =
          "First asks for reference data, and sends nothing that does not fit it: steps of price"
              + " and quantity, minimums, for new orders the pair's status.")
  private boolean wanted;

  boolean wanted() {
    return wanted;
  }
}
