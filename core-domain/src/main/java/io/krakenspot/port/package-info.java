/**
 * What the engine plugs in: a {@link io.krakenspot.port.Protocol} (v1 or v2) with its {@link
 * io.krakenspot.port.Codec}, a {@link io.krakenspot.port.Transport} with its {@link
 * io.krakenspot.port.Link links}, and the {@link io.krakenspot.port.Loop} that everything mutable
 * lives on. For authors of adapters and transports; applications use {@code io.krakenspot.client}.
 *
 * <pre>
 * inbound   socket bytes -> Link (whole text frame) -> Codec (facts into Inbound) -> session -> listener
 * outbound  user call -> client (validate, feature check) -> session (id, deadline) -> Codec -> Link
 * </pre>
 */
@NullMarked
package io.krakenspot.port;

import org.jspecify.annotations.NullMarked;
