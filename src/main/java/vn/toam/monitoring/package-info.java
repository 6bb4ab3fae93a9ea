/**
 * What those who run the installation ask of it: metrics for Prometheus, behind a key or for this machine alone; its end in order, so that a
 * balancer sends nobody to a server that stops; a word to systemd when it answers. Health itself is said by {@code database}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.toam.monitoring;
