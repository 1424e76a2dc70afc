package io.krakenspot.testkit.exchange.internal.market;

import java.util.List;

/**
 * What one event of the engine did to a pair, in order: the seam between whatever makes orders (a
 * random walk, or an engine that matches them) and the market that publishes what came of them.
 *
 * @param changes of the book; one price may occur several times
 * @param fills of takers' orders; may be empty
 */
public record MarketEvent(List<BookChange> changes, List<Fill> fills) {}
