package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toam.shared.TestDatabase;

/** An installation leaves in open formats and arrives elsewhere as it was: the same rows, files and trail, whole or not at all. */
class ExportTest {

    @TempDir
    static Path folder;

    private static Schema.Owner first;
    private static Path file;
    private static Dump dump;

    @BeforeAll
    static void export() throws Exception {
        first = database();
        MoveCommand.bring(Optional.of(first), folder.resolve("first"), KeptDump.FILE);
        tell(
                first,
                "insert into document.document (type, number, issuer, issued_on, title) values ('Công văn', '', '', null, E'Tên\\n\"có\", \\\\dấu')");
        tell(
                first,
                "update access.account set password = 'hash-of-' || username, email = case when username = 'admin' then 'a@b.vn' else '' end");
        tell(
                first,
                "insert into signin.token (hash, account, name, created_at, expires_at) "
                        + "select sha256('x'), id, 'k', now(), now() from access.account where username = 'admin'");
        Files.createDirectories(folder.resolve("first/maps"));
        Files.writeString(folder.resolve("first/maps/x.geojson"), "{}");
        Files.writeString(folder.resolve("first/audit-key"), "00ff");
        file = folder.resolve("first.zip");
        dump = Export.write(first, folder.resolve("first"), file, false);
    }

    @Test
    void whatArrivesLeavesAgainAsTheSameBytes() throws Exception {
        Schema.Owner second = database();
        Path data = folder.resolve("second");
        MoveCommand.bring(Optional.of(second), data, file);
        Path again = folder.resolve("second.zip");
        Export.write(second, data, again, false);

        assertThat(Files.mismatch(file, again)).isEqualTo(-1);
        assertThat(ask(second, "select count(*) from audit.entry e where hash <> audit.digest(e)"))
                .isEqualTo("0");
        assertThat(ask(second, "select count(*) || ' ' || sum(numerator) from indicator.total"))
                .isEqualTo(ask(first, "select count(*) || ' ' || sum(numerator) from indicator.total"));
        assertThat(Files.readString(data.resolve("kind"))).isEqualTo("demo\n");
        assertThat(data.resolve("maps/x.geojson")).hasContent("{}");
        assertThat(ask(second, "select nextval('audit.entry_id_seq') > (select max(id) from audit.entry)"))
                .isEqualTo("t");
    }

    @Test
    void secretsAreInItOnlyWhereAskedForAndSessionsNever() throws Exception {
        assertThat(text(file, "tables/access.account.csv")).contains("ministry").doesNotContain("hash-of-");
        assertThat(dump.leftOut())
                .containsEntry("signin.token", "secret")
                .containsEntry("signin.session", "passing")
                .containsEntry("signin.guess", "passing");
        assertThat(dump.folder()).containsExactly("folder/maps/x.geojson");

        Path whole = folder.resolve("secrets.zip");
        Dump with = Export.write(first, folder.resolve("first"), whole, true);
        assertThat(text(whole, "tables/access.account.csv")).contains("hash-of-ministry");
        assertThat(with.leftOut()).containsEntry("signin.reset", "passing").doesNotContainKey("signin.token");
        assertThat(with.folder()).contains("folder/audit-key");
        Schema.Owner third = database();
        MoveCommand.bring(Optional.of(third), folder.resolve("third"), whole);
        assertThat(ask(third, "select password from access.account where username = 'admin'"))
                .isEqualTo("hash-of-admin");
        assertThat(folder.resolve("third/audit-key")).hasContent("00ff");
    }

    @Test
    void everyColumnThatIsNamedLikeASecretIsMarked() throws Exception {
        assertThat(ask(first, """
                select string_agg(a.attrelid::regclass || '.' || a.attname, ', ') from pg_attribute a join pg_class c on c.oid = a.attrelid
                where a.attnum > 0 and c.relkind in ('r', 'p') and a.attname ~ '(password|secret|token|credential)$'
                    and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                    and coalesce(col_description(c.oid, a.attnum), obj_description(c.oid, 'pg_class'), '') !~ '^export: (secret|passing)$'
                """)).isNull();
    }

    @Test
    void tablesAndFilesAreReadByWhoeverKnowsCsv() throws Exception {
        assertThat(text(file, "tables/document.document.csv")).contains("\"Tên\n\"\"có\"\", \\dấu\"");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("files/document."))
                    .contains("description.json", "files.csv");
        }
        assertThat(dump.tables()).anySatisfy(table -> {
            assertThat(table.name()).isEqualTo("plan.plan");
            assertThat(table.key()).containsExactly("id");
            assertThat(table.references()).extracting(Dump.Reference::table).contains("document.document");
        });
    }

    @Test
    void anExportThatIsCutChangedOrNotOneIsRefusedAndNothingIsLeft() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(cut, "không phải tệp xuất trọn vẹn");
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 4;
        refused(Files.write(folder.resolve("flipped.zip"), flipped), "không khớp mã kiểm tra");
        refused(
                changed("tables/plan.plan.csv", text -> text.replace("ISSUED", "DRAFTS")),
                "không khớp mã kiểm tra: tables/plan.plan.csv",
                "tables/plan.plan.csv không khớp mã kiểm tra");
        refused(
                changed(
                        "description.json",
                        text -> text.replace("\"format\" : \"toam-export\"", "\"format\" : \"other\"")),
                "có dạng mà bản này không đọc được");
        refused(
                changed(
                        "description.json",
                        text -> text.replace("FOR VALUES IN ('1')", "FOR VALUES IN ('1'); drop table x")),
                "có phần bảng lạ");
        refused(
                changed(
                        "description.json",
                        text -> text.replaceFirst("\"version\" : \"1600\"", "\"version\" : \"1601\"")),
                "bản Tổ Ấm mới hơn hoặc khác");
        String newest = dump.migrations().get("base").getLast().version();
        refused(
                changed(
                        "description.json",
                        text -> text.replace("\"version\" : \"" + newest + "\"", "\"version\" : \"9999\"")),
                "bản Tổ Ấm mới hơn hoặc khác");
        refused(
                changed("description.json", text -> text.replaceFirst("\"rows\" : 14,", "\"rows\" : 15,")),
                "dòng trong");
    }

    @Test
    void onlyAnEmptyPlaceTakesAnExport() throws Exception {
        assertThatThrownBy(() -> MoveCommand.bring(Optional.of(first), folder.resolve("nowhere"), file))
                .hasMessageContaining("Cơ sở dữ liệu đã có bảng");
        assertThatThrownBy(() -> MoveCommand.bring(Optional.empty(), folder.resolve("first"), file))
                .hasMessageContaining("không trống");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private static void refused(Path bad, String... oneOf) throws Exception {
        Schema.Owner empty = database();
        assertThatThrownBy(() -> MoveCommand.bring(Optional.of(empty), folder.resolve("refused"), bad))
                .satisfies(said -> assertThat(List.of(oneOf)).anyMatch(String.valueOf(said.getMessage())::contains));
        assertThat(folder.resolve("refused")).doesNotExist();
        assertThat(Import.unused(empty)).isTrue();
        try (var left = Files.list(folder)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".import")))
                    .isEmpty();
        }
    }

    private static Path changed(String entry, java.util.function.UnaryOperator<String> change) throws Exception {
        Path copy = folder.resolve("changed.zip");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry each : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(each).readAllBytes();
                if (each.getName().equals(entry)) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(each.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return Files.move(copy, folder.resolve(UUID.randomUUID() + ".zip"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(Path file, String entry) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Schema.Owner database() {
        return new Schema.Owner(
                TestDatabase.ownerUrl("x" + UUID.randomUUID().toString().replace("-", "")), null, null);
    }

    private static void tell(Schema.Owner owner, String sql) throws SQLException {
        try (Connection connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Schema.Owner owner, String sql) throws SQLException {
        try (Connection connection = owner.open();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
