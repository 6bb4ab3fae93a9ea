package vn.toam.discussion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.toam.document.Attachment;

/**
 * Something said at a return.
 *
 * @param name who said it
 * @param line id of the line it is about; blank: the whole return
 * @param text what; blank when only files came
 * @param files what came with it
 */
public record Comment(UUID id, Instant at, String name, String line, String text, List<Attachment> files) {}
