package vn.toam.exchange;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.toam.imports.ImportController;
import vn.toam.imports.ImportService;

/** Imports of returns stand where they always did. */
@Controller
@RequestMapping("/exchange/imports/{id}")
class ReturnImportController extends ImportController {

    ReturnImportController(ImportService imports) {
        super(imports);
    }
}
