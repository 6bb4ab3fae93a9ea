package vn.toam.architecture.planted;

/** A repository that other modules could reach. */
public class PublicRepository {}
