package vn.toam.catalog;

import static vn.toam.catalog.CatalogPermissions.CATALOG_READ;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.toam.shared.Access;
import vn.toam.shared.Navigation;

/** Shows what is asked, counted and due, so that anybody can look up what a figure means. Read only: definitions change in their files. */
@Controller
class CatalogController {

    private final Catalog catalog;
    private final Access access;

    CatalogController(Catalog catalog, Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    @Bean
    static Navigation catalogNavigation() {
        return new Navigation(80, "/catalog", "catalog.title", CATALOG_READ);
    }

    @GetMapping("/catalog")
    String list(Model model) {
        access.require(CATALOG_READ);
        model.addAttribute("catalog", catalog);
        return "catalog/list";
    }

    @GetMapping("/catalog/forms/{id}")
    String form(@PathVariable String id, Model model) {
        access.require(CATALOG_READ);
        model.addAttribute("catalog", catalog);
        model.addAttribute("form", catalog.form(id));
        return "catalog/form";
    }

    @GetMapping("/catalog/codes/{id}")
    String codes(@PathVariable String id, Model model) {
        access.require(CATALOG_READ);
        model.addAttribute("codes", catalog.codes(id));
        return "catalog/codes";
    }
}
