package vn.toam.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The living page of all components: what a new page is made of. */
@Controller
class StyleController {

    @GetMapping("/style")
    String style() {
        return "shared/style";
    }
}
