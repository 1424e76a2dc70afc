/**
 * Runs of chance: clients trade and listen at a simulated exchange while it misbehaves, and what
 * they told their user is compared with the exchange's own ledger. {@link
 * io.krakenspot.testkit.chaos.Chaos} is the entrance. Needs no sockets, and runs over them as well.
 */
@NullMarked
package io.krakenspot.testkit.chaos;

import org.jspecify.annotations.NullMarked;
