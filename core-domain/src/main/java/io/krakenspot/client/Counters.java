package io.krakenspot.client;

/**
 * What a client has counted since it was made.
 *
 * @param frames frames received
 * @param malformed frames that could not be understood
 * @param unrecognised messages of unknown kinds
 * @param unknownFields fields that were ignored
 * @param checksumsVerified book checksums that held
 * @param checksumsMismatched book checksums that did not hold
 * @param attempts connection attempts
 */
public record Counters(
    long frames,
    long malformed,
    long unrecognised,
    long unknownFields,
    long checksumsVerified,
    long checksumsMismatched,
    long attempts) {}
