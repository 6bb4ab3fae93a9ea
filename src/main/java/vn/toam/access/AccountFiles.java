package vn.toam.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.toam.shared.Numbers;
import vn.toam.shared.Speech;
import vn.toam.shared.Words;
import vn.toam.sheet.Table;

/** The list of accounts as a workbook, in the reader's language. */
@Component
class AccountFiles {

    private final Words words;
    private final Clock clock;

    AccountFiles(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    ResponseEntity<byte[]> of(List<AccountRow> rows) {
        Speech speech = new Speech(words, LocaleContextHolder.getLocale());
        return Table.workbook(List.of(new Table(
                speech.t("access.accounts"),
                speech.t("access.accounts") + " "
                        + Numbers.date(LocalDate.now(clock)).replace('/', '.'),
                List.of(
                        new Table.Column(speech.t("access.account.nameVi"), 34),
                        new Table.Column(speech.t("access.username"), 22),
                        new Table.Column(speech.t("access.account.agency"), 34),
                        new Table.Column(speech.t("access.account.place"), 34),
                        new Table.Column(speech.t("access.account.role"), 34),
                        new Table.Column(speech.t("access.account.lastSignIn"), 18),
                        new Table.Column(speech.t("access.account.state"), 18)),
                rows.stream().map(row -> cells(row, speech)).toList(),
                List.of(),
                List.of(speech.t("access.accounts.count", rows.size())))));
    }

    private static List<@Nullable Object> cells(AccountRow row, Speech speech) {
        Account account = row.account();
        return Arrays.asList(
                speech.text(account.name()),
                account.username(),
                row.agency(),
                row.place(),
                row.roles().stream().map(speech::text).distinct().collect(Collectors.joining("; ")),
                account.lastSignIn() == null ? null : Numbers.moment(account.lastSignIn()),
                speech.t(account.active() ? "access.account.active" : "access.account.inactive"));
    }
}
