/**
 * The session engine: keeps a link, the subscriptions and the books, all on one loop and without
 * I/O of its own. Frames, ticks of time and user commands go in; frames, timers and events come
 * out. Not API.
 */
@NullMarked
package io.krakenspot.internal.session;

import org.jspecify.annotations.NullMarked;
