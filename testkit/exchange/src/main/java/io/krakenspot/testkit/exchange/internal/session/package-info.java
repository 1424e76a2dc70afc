/** What a v1 and a v2 session share: subscriptions, heartbeats, the idle clock, scripted faults. */
@NullMarked
package io.krakenspot.testkit.exchange.internal.session;

import org.jspecify.annotations.NullMarked;
