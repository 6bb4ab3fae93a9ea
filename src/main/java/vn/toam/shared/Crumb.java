package vn.toam.shared;

/**
 * A step of the trail from the start to this page.
 *
 * @param path where it leads; blank for the page itself
 * @param label what it is called, in the reader's language
 */
public record Crumb(String path, String label) {}
