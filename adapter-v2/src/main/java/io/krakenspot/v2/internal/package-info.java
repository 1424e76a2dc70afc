/**
 * Text of version 2 to facts and back, not for applications.
 *
 * <pre>
 * frame -> FrameStream -> Jackson's parser -> WireReader -> a Message (one a kind of frame) -> Inbound
 * </pre>
 *
 * <p>{@link io.krakenspot.v2.internal.V2Codec} picks the message by {@code channel} or {@code
 * method}, fills it field by field and, once the frame was read to its end, has it report.
 */
@NullMarked
package io.krakenspot.v2.internal;

import org.jspecify.annotations.NullMarked;
