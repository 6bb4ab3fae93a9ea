package vn.toam.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.toam.collection.RoundReader;
import vn.toam.imports.Import;
import vn.toam.imports.ImportController;
import vn.toam.imports.ImportService;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.Download;
import vn.toam.shared.Rejected;
import vn.toam.submission.OverviewView;

/** Files out, and the upload of files. */
@Controller
@RequestMapping("/exchange")
class ExchangeController {

    private final ExportService exports;
    private final ImportService imports;
    private final ReturnImports returns;
    private final RoundReader reader;
    private final RoundService rounds;
    private final Access access;

    ExchangeController(
            ExportService exports,
            ImportService imports,
            ReturnImports returns,
            RoundReader reader,
            RoundService rounds,
            Access access) {
        this.exports = exports;
        this.imports = imports;
        this.returns = returns;
        this.reader = reader;
        this.rounds = rounds;
        this.access = access;
    }

    @GetMapping
    String home(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable UUID round,
            Model model) {
        return home(year, round == null ? null : rounds.find(round), model);
    }

    private String home(@Nullable Integer year, @Nullable Round round, Model model) {
        OverviewView overview =
                reader.overview(access.me().unit(), round == null ? year : Integer.valueOf(round.year()));
        boolean sends = returns.mayImport();
        List<Import> recent = sends ? imports.recent(ReturnImports.KIND, "") : List.of();
        model.addAttribute("view", new HomeView(overview, round == null ? null : round.id(), recent, sends));
        return "exchange/home";
    }

    /** The form of one unit to fill in. */
    @GetMapping("/rounds/{round}/units/{unit}/form.xlsx")
    ResponseEntity<byte[]> form(@PathVariable UUID round, @PathVariable int unit, Locale locale) {
        return answer(exports.file(round, unit, ExportService.Kind.FORM, locale));
    }

    /** The table of all units of a place. */
    @GetMapping("/rounds/{round}/units/{unit}/all.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable UUID round, @PathVariable int unit, Locale locale) {
        return answer(exports.file(round, unit, ExportService.Kind.XLSX, locale));
    }

    @GetMapping("/rounds/{round}/units/{unit}/all.csv")
    ResponseEntity<byte[]> values(@PathVariable UUID round, @PathVariable int unit, Locale locale) {
        return answer(exports.file(round, unit, ExportService.Kind.CSV, locale));
    }

    @GetMapping("/rounds/{round}/units/{unit}/all.json")
    ResponseEntity<byte[]> json(@PathVariable UUID round, @PathVariable int unit, Locale locale) {
        return answer(exports.file(round, unit, ExportService.Kind.JSON, locale));
    }

    private static ResponseEntity<byte[]> answer(ExportService.Made file) {
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }

    @PostMapping("/imports")
    String receive(
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        Path copy = Files.createTempFile("toam-import-", ".tmp");
        try {
            if (round == null) {
                throw Rejected.field("round", "exchange.upload.noRound");
            }
            if (file == null
                    || file.getOriginalFilename() == null
                    || file.getOriginalFilename().isBlank()) {
                throw Rejected.field("file", "exchange.upload.noFile");
            }
            file.transferTo(copy);
            ImportService.Received received =
                    imports.receive(ReturnImports.KIND, round.toString(), file.getOriginalFilename(), copy);
            ImportController.await(received.work());
            return "redirect:/exchange/imports/" + received.id();
        } catch (Rejected rejected) {
            Files.deleteIfExists(copy);
            model.addAttribute("problems", rejected.problems());
            return home(null, round == null ? null : rounds.find(round), model);
        }
    }
}
