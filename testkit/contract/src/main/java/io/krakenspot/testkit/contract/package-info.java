/**
 * What an adapter or a transport has to keep, as suites to extend: {@link
 * io.krakenspot.testkit.contract.MarketDataContract} runs a {@link io.krakenspot.port.Protocol}
 * against the simulated exchange over strings and on virtual time, {@link
 * io.krakenspot.testkit.contract.MarketDataSocketContract} does the essential cases over the
 * sockets of a {@link io.krakenspot.port.Transport}. {@link
 * io.krakenspot.testkit.contract.VirtualExchange} is also good for tests of one's own application.
 */
@NullMarked
package io.krakenspot.testkit.contract;

import org.jspecify.annotations.NullMarked;
