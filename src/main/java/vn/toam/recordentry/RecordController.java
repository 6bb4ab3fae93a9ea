package vn.toam.recordentry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.definition.Register;
import vn.toam.document.Attachment;
import vn.toam.recordquery.RecordReader;
import vn.toam.recordquery.RecordView;
import vn.toam.recordquery.RegisterReader;
import vn.toam.register.RecordService;
import vn.toam.register.RegisterDesk;
import vn.toam.register.RegisterRecord;
import vn.toam.register.RelatedRecords;
import vn.toam.register.ValueReader;
import vn.toam.shared.Conflict;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Words;

/** The page of one record, and what is done there: moved on, proved, taken back, put together with another. */
@Controller
@RequestMapping("/registers/{register}/{unit:\\d+}/{id}")
class RecordController {

    /** What was typed with a step, in the model. */
    private static final String TYPED = "typed";

    private final RecordReader reader;
    private final RegisterReader lists;
    private final RecordService service;
    private final RelatedRecords related;
    private final ObjectProvider<RegisterDesk> desks;
    private final FormChoices choices;
    private final Words words;

    RecordController(
            RecordReader reader,
            RegisterReader lists,
            RecordService service,
            RelatedRecords related,
            ObjectProvider<RegisterDesk> desks,
            FormChoices choices,
            Words words) {
        this.reader = reader;
        this.lists = lists;
        this.service = service;
        this.related = related;
        this.desks = desks;
        this.choices = choices;
        this.words = words;
    }

    @GetMapping
    String record(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String merge,
            Model model) {
        return page(register, unit, id, merge, "", "", model);
    }

    private String page(String register, int unit, UUID id, String merge, String to, String note, Model model) {
        RecordView view = reader.find(register, unit, id);
        model.addAttribute("view", view);
        model.addAttribute(
                "desk",
                desks.orderedStream()
                        .filter(desk -> desk.register().equals(register))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("related", related.related(view.record()));
        model.addAttribute("merge", merge);
        model.addAttribute(
                "others", merge.isBlank() || !view.keeps() ? List.of() : lists.alike(register, unit, id, merge));
        model.addAttribute("form", form(view, model));
        model.addAttribute("to", to);
        model.addAttribute("note", note);
        return "register/record";
    }

    /** What the next steps ask for: what the record says already, and what was typed on the way there. */
    private RecordForm form(RecordView view, Model model) {
        Register kind = view.register();
        RegisterRecord record = view.record();
        Map<String, List<String>> given = ValueReader.typed(kind, record.values());
        if (model.getAttribute(TYPED) instanceof MultiValueMap<?, ?> typed) {
            typed.forEach((input, said) -> given.put(
                    String.valueOf(input), said.stream().map(String::valueOf).toList()));
        }
        boolean asks =
                view.next().stream().anyMatch(state -> !kind.askedAt(state).isEmpty());
        return new RecordForm(
                kind,
                view.unit(),
                record.state(),
                record.id().toString(),
                record.version(),
                given,
                Map.of(),
                asks ? choices.of(kind, view.unit(), given) : Map.of(),
                choices.measures(),
                List.of(),
                view.known());
    }

    /** Where on the page what is wrong with a step stands. */
    private Problem placed(Register kind, String to, Problem problem) {
        String field = problem.field().replaceFirst("\\..*", "");
        boolean asked = kind.states().state(to).stream()
                .flatMap(state -> kind.askedAt(state).stream())
                .anyMatch(each -> each.id().equals(field));
        String place = problem.field().equals("on") ? "on-" + to : asked ? "s-" + to + "-" + problem.field() : "";
        return new Problem(place, problem.key(), problem.arguments());
    }

    @PostMapping("/move")
    String move(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String to,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(name = "_verb", defaultValue = "") String verb,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        model.addAttribute(TYPED, typed);
        if (verb.equals("find")) {
            return page(register, unit, id, "", to, note, model);
        }
        return done(register, unit, id, "register.said.moved", to, note, model, response, redirect, () -> {
            if (on == null) {
                throw Rejected.field("on-" + to, "register.problem.on");
            }
            try {
                service.move(unit, id, version, to, on, typed, note);
            } catch (Rejected rejected) {
                Register kind = lists.register(register, unit);
                throw new Rejected(rejected.problems().stream()
                        .map(problem -> placed(kind, to, problem))
                        .toList());
            }
        });
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam int version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                register,
                unit,
                id,
                "register.said.undone",
                "",
                "",
                model,
                response,
                redirect,
                () -> service.undo(unit, id, version));
    }

    @PostMapping("/files")
    String attach(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
        return done(
                register,
                unit,
                id,
                "register.said.filed",
                "",
                "",
                model,
                response,
                redirect,
                () -> service.attach(unit, id, name, bytes));
    }

    @PostMapping("/files/{file}/remove")
    String detach(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @PathVariable UUID file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(
                register,
                unit,
                id,
                "register.said.unfiled",
                "",
                "",
                model,
                response,
                redirect,
                () -> service.detach(unit, id, file));
    }

    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(
            @PathVariable String register, @PathVariable int unit, @PathVariable UUID id, @PathVariable UUID file) {
        Attachment found = reader.file(register, unit, id, file);
        return Download.of(found.name(), found.mediaType(), reader.content(register, unit, id, file));
    }

    /** @param to what it belongs to from now on; blank: to nothing of that kind */
    @PostMapping("/related/{kind}")
    String relate(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(register, unit, id, "register.said.related", "", "", model, response, redirect, () -> {
            if (to.isEmpty()) {
                related.release(unit, id, kind);
            } else {
                related.relate(unit, id, to);
            }
        });
    }

    @PostMapping("/merge")
    String merge(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String into,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(register, unit, id, "register.said.merged", "", "", model, response, redirect, () -> {
            String[] parts = into.split("/");
            if (parts.length != 2 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("[0-9a-fA-F-]{36}")) {
                throw Rejected.field("into", "register.problem.into");
            }
            service.merge(unit, id, version, Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
        });
    }

    private String done(
            String register,
            int unit,
            UUID id,
            String said,
            String to,
            String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Runnable act) {
        try {
            act.run();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(register, unit, id, "", to, note, model);
        } catch (Conflict conflict) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("problems", List.of(new Problem("", "register.problem.conflict", List.of())));
            return page(register, unit, id, "", to, note, model);
        }
        Flash.say(redirect, words.text(said));
        return "redirect:" + RegisterRecord.path(register, unit, id);
    }
}
