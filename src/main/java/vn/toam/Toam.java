package vn.toam;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import vn.toam.catalog.CatalogFirst;
import vn.toam.database.PostgresFirst;
import vn.toam.shared.Settings;

/**
 * The application. Modules are the packages beside this class; each owns its pages, its schema and its words. Beans are named with their
 * package, so two modules may each have a class of the same simple name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Toam {
    public static void main(String[] args) {
        var context = start(args);
        if (context.getBean(Settings.class).filling()) {
            SpringApplication.exit(context);
        } else if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LoggerFactory.getLogger(Toam.class)
                    .info(
                            "Tổ Ấm đã sẵn sàng (ready): http://127.0.0.1:{}/",
                            web.getWebServer().getPort());
        }
    }

    static ConfigurableApplicationContext start(String... args) {
        var application = new SpringApplication(Toam.class);
        application.addInitializers(new PostgresFirst(), new CatalogFirst());
        return application.run(args);
    }
}
