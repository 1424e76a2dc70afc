/**
 * A simulated exchange that serves Kraken's public v1 and v2 protocols from one market. {@link
 * io.krakenspot.testkit.exchange.Exchange} works without sockets, on virtual time; {@link
 * io.krakenspot.testkit.exchange.ExchangeServer} puts the same exchange on loopback. For tests and
 * demonstrations; its wire text is written without the client's adapters.
 */
@NullMarked
package io.krakenspot.testkit.exchange;

import org.jspecify.annotations.NullMarked;
