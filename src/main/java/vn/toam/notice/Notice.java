package vn.toam.notice;

import java.time.Instant;
import java.util.UUID;
import vn.toam.shared.Text;

/**
 * Something a unit's people are told.
 *
 * @param unit whose people
 * @param at when
 * @param text one sentence
 * @param link address of the page it speaks of
 * @param read the reader has seen it
 */
public record Notice(int province, UUID id, int unit, Instant at, Text text, String link, boolean read) {}
