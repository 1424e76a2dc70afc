package io.krakenspot.testkit.exchange.internal.market;

import java.util.List;

/**
 * What one event of the engine did to a pair, in order: the seam between the engine that matches
 * orders and the market that publishes what came of them.
 *
 * @param changes of the book; one price may occur several times
 * @param fills of takers' orders; may be empty
 * @param level3 what single orders did
 */
public record MarketEvent(List<BookChange> changes, List<Fill> fills, List<Level3Event> level3) {}
