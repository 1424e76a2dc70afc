/**
 * What applications use: a {@link io.krakenspot.client.KrakenClient} of one version, its market
 * data and subscriptions, and {@link io.krakenspot.client.Replay} for recorded frames.
 *
 * <p>Methods may be called from any thread. Listeners are called on the client's loop, where they
 * must not block, unless an executor was chosen.
 */
@NullMarked
package io.krakenspot.client;

import org.jspecify.annotations.NullMarked;
