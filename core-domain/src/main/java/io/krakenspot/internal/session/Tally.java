package io.krakenspot.internal.session;

import io.krakenspot.client.Counters;
import io.krakenspot.market.Verification;

/** Counts what a client sees. */
final class Tally {
  private long attempts;
  private long frames;
  private long malformed;
  private long unrecognised;
  private long unknownFields;
  private long verified;
  private long mismatched;

  void attempt() {
    attempts++;
  }

  void frame() {
    frames++;
  }

  void malformed() {
    malformed++;
  }

  void unrecognised() {
    unrecognised++;
  }

  void unknownFields(int count) {
    unknownFields += count;
  }

  void checksum(Verification verification) {
    if (verification == Verification.VERIFIED) {
      verified++;
    } else if (verification == Verification.MISMATCH) {
      mismatched++;
    }
  }

  Counters counters() {
    return new Counters(
        frames, malformed, unrecognised, unknownFields, verified, mismatched, attempts);
  }
}
