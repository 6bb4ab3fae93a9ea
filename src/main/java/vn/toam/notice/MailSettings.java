package vn.toam.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Letters of this installation. The mail server itself is named with {@code spring.mail.host} and its neighbours; without it no letter is
 * written.
 *
 * @param from sender
 * @param address how people reach the installation; begins every link in a letter
 */
@ConfigurationProperties("toam.mail")
public record MailSettings(
        @DefaultValue("to-am@localhost") String from,
        @DefaultValue("http://127.0.0.1:8080") String address) {}
