package vn.toam;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. Modules are the packages beside this class; each owns its pages, its schema and its words. */
@SpringBootApplication
public class Toam {
    public static void main(String[] args) {
        SpringApplication.run(Toam.class, args);
    }
}
