/**
 * When to dial again, on Resilience4j: Kraken's reconnect rule and the attempt budget that all
 * clients of the process share. Nothing here blocks or has a timer; whoever asks does the waiting.
 */
@NullMarked
package io.krakenspot.vertx.policy;

import org.jspecify.annotations.NullMarked;
