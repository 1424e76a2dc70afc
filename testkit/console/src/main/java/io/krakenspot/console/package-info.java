/**
 * The program {@code kraken.jar}: {@link io.krakenspot.console.Kraken} and its subcommands. Nothing
 * here is for other programs to call; what they may rely on is the command line and the JSON lines.
 */
@NullMarked
package io.krakenspot.console;

import org.jspecify.annotations.NullMarked;
