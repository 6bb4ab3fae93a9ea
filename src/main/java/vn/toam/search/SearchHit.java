package vn.toam.search;

import vn.toam.shared.Text;

/**
 * One thing found.
 *
 * @param title its name
 * @param note what tells it from its namesakes; may be blank
 * @param path where it is shown
 */
public record SearchHit(Text title, Text note, String path) {}
